"""What waits for a committee is minuted where its paper stands on an agenda, and nowhere else.

The database holds it: a minute that cites an item cites the very step that stood on the agenda.
"""

from django.db import migrations, models

DECIDED_BEFORE_MEETINGS = """
    UPDATE decide_approvalrequest SET minutes_link = '/govern/meetings/'
    WHERE subject_kind = 'paper' AND state IN ('requested', 'returned')
"""
CITES = """
    ALTER TABLE decide_stepdecision ADD CONSTRAINT minute_cites_the_step_on_its_agenda
    FOREIGN KEY (agenda_item_id, step_id) REFERENCES govern_agendaitem (id, step_id)
"""


class Migration(migrations.Migration):
    dependencies = [
        ("govern", "0005_scrutiny_keeps_its_hold"),
        ("decide", "0007_minuted_at_meetings"),
    ]

    operations = [
        migrations.AddConstraint(
            "agendaitem",
            models.UniqueConstraint(fields=("id", "step_id"), name="agenda_item_knows_its_step"),
        ),
        migrations.RunSQL(
            CITES,
            "ALTER TABLE decide_stepdecision DROP CONSTRAINT minute_cites_the_step_on_its_agenda",
        ),
        migrations.RunSQL(DECIDED_BEFORE_MEETINGS, migrations.RunSQL.noop),
    ]
