"""Partners read a paper that is shared with them, ask about it, and from "decide" on write in it.

Whoever sees a paper sees what stands in it, what members asked and what they were answered.
"""

import django.db.models.deletion
from django.db import migrations, models

from carewright.platform.api import ShareRows

PAPER = "govern_paper"
PARTS = ("consultation", "backgroundpaper", "assessment")
SEEN_WITH = (
    *((f"govern_{part}", "paper_id", PAPER) for part in (*PARTS, "scrutiny", "question")),
    ("govern_answer", "question_id", "govern_question"),
)
SEEN = """
CREATE POLICY partners_select ON {table} FOR SELECT
USING (EXISTS (SELECT FROM {parent} AS parent WHERE parent.id = {column}))"""
TAKEN_OUT = """
CREATE POLICY partners_delete ON govern_{part} FOR DELETE USING (EXISTS (
    SELECT FROM govern_paper AS parent
    WHERE parent.id = paper_id
      AND parent.partnership_id = ANY (
        ARRAY(SELECT platform_partnerships_sharing('paper', '{{decide}}')))
      AND platform_takes_part(
        parent.partnership_id, parent.organisation_id,
        (now() AT TIME ZONE 'Europe/London')::date)))"""


def seen_with(table, column, parent):
    """The parent's own policies decide what the inner query sees."""
    return migrations.RunSQL(
        SEEN.format(table=table, column=column, parent=parent),
        f"DROP POLICY partners_select ON {table}",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("govern", "0009_called_in"),
        ("platform", "0004_working_together"),
    ]

    operations = [
        migrations.AddField("paper", "partnership_id", models.UUIDField(null=True)),
        migrations.AddField(
            "question",
            "asked_from",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="platform.organisation",
            ),
        ),
        ShareRows("paper", kind="paper"),
        *(ShareRows(part, kind="paper", through=PAPER, column="paper_id") for part in PARTS),
        ShareRows("question", kind="paper", through=PAPER, column="paper_id", adds_at="comment"),
        *(seen_with(*each) for each in SEEN_WITH),
        *(
            migrations.RunSQL(
                TAKEN_OUT.format(part=part), f"DROP POLICY partners_delete ON govern_{part}"
            )
            for part in PARTS
        ),
    ]
