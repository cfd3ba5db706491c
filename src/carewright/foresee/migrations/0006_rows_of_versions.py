"""A version is seen by whoever sees its scenario, and made by its owner or who decides with it."""

from django.db import migrations

from carewright.platform.api import ScopeRows, ShareRows

SCENARIO = "foresee_scenario"


class Migration(migrations.Migration):
    dependencies = [("foresee", "0005_versions"), ("platform", "0004_working_together")]

    operations = [
        ScopeRows("scenarioversion", column="scenario_id", through=SCENARIO),
        ShareRows(
            "scenarioversion",
            kind="scenario",
            through=SCENARIO,
            column="scenario_id",
            adds_at="decide",
        ),
    ]
