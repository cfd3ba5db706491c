"""Rounds that were previewed before placements were told apart, and that have none, say so.

Of those that have some, whoever may not see people sees no figures until they are previewed anew.
"""

from django.db import migrations

NONE = """
UPDATE uplift_upliftround AS round
SET figures = figures || '{"placements": {"lines": 0, "agreements": 0, "effect": 0}}'::jsonb
WHERE figures <> '{}'::jsonb AND NOT EXISTS (
    SELECT 1 FROM uplift_upliftline AS line WHERE line.round_id = round.id AND line.one_person
)
"""


class Migration(migrations.Migration):
    dependencies = [("uplift", "0006_what_everybody_may_see")]

    operations = [migrations.RunSQL(NONE, migrations.RunSQL.noop)]
