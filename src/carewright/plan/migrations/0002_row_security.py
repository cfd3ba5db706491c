"""Decisions are seen by their own organisation, and by partners as far as they are shared.

Whoever sees a decision sees what stands in it; from "decide" on partners write in it.
"""

from django.db import migrations

from carewright.platform.api import ScopeRows, ShareRows

DECISION = "plan_sourcingdecision"
PARTS = ("ending", "evidence", "weighed", "judgement", "advice")
SEEN = """
CREATE POLICY partners_select ON plan_{part} FOR SELECT
USING (EXISTS (SELECT FROM plan_sourcingdecision AS parent WHERE parent.id = decision_id))"""
TAKEN_OUT = """
CREATE POLICY partners_delete ON plan_{part} FOR DELETE USING (EXISTS (
    SELECT FROM plan_sourcingdecision AS parent
    WHERE parent.id = decision_id
      AND parent.partnership_id = ANY (
        ARRAY(SELECT platform_partnerships_sharing('sourcing', '{{decide}}')))
      AND platform_takes_part(
        parent.partnership_id, parent.organisation_id,
        (now() AT TIME ZONE 'Europe/London')::date)))"""


def for_partners(name, words, part):
    """The parent's own policies decide what the inner query sees."""
    return migrations.RunSQL(words.format(part=part), f"DROP POLICY {name} ON plan_{part}")


class Migration(migrations.Migration):
    dependencies = [("plan", "0001_sourcing_decisions"), ("platform", "0004_working_together")]

    operations = [
        ScopeRows("sourcingdecision"),
        *(ScopeRows(part) for part in PARTS),
        ShareRows("sourcingdecision", kind="sourcing"),
        *(
            ShareRows(part, kind="sourcing", through=DECISION, column="decision_id")
            for part in PARTS
        ),
        *(for_partners("partners_select", SEEN, part) for part in PARTS),
        *(for_partners("partners_delete", TAKEN_OUT, part) for part in PARTS),
    ]
