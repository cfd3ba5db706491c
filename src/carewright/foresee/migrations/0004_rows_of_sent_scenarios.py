"""A version that was sent is seen by whoever sees its scenario, and added by its owner alone."""

from django.db import migrations

from carewright.platform.api import ScopeRows


class Migration(migrations.Migration):
    dependencies = [("foresee", "0003_sent_scenarios")]

    operations = [ScopeRows("sentscenario", column="scenario_id", through="foresee_scenario")]
