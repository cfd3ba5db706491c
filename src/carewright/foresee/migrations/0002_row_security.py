"""Each organisation sees its own scenarios and projections, and what partners share with it."""

from django.db import migrations

from carewright.platform.api import ScopeRows, ShareRows

SCENARIO = "foresee_scenario"


class Migration(migrations.Migration):
    dependencies = [("foresee", "0001_first"), ("platform", "0004_working_together")]

    operations = [
        ScopeRows("scenario"),
        ScopeRows("scenariocomment", column="scenario_id", through=SCENARIO),
        ScopeRows("projection"),
        ShareRows("scenario", kind="scenario"),
        ShareRows(
            "scenariocomment",
            kind="scenario",
            through=SCENARIO,
            column="scenario_id",
            adds_at="comment",
        ),
        ShareRows("projection", kind="projection"),
    ]
