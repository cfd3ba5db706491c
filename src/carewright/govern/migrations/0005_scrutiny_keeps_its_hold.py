"""Scrutiny keeps the hold that it put on the decision, so that it ends this one alone."""

from django.db import migrations, models

FIND_THE_HOLD = """
    UPDATE govern_scrutiny AS called SET hold_id = held.id
    FROM decide_hold AS held
    WHERE held.request_id = called.request_id AND held.held_at = called.called_at
        AND held.reason = 'Scrutiny: ' || called.reason
"""


class Migration(migrations.Migration):
    dependencies = [
        ("govern", "0004_rows_of_scrutiny_and_meetings"),
        ("decide", "0004_urgent_power_rows"),
    ]

    operations = [
        migrations.AddField("scrutiny", "hold_id", models.UUIDField(null=True)),
        migrations.RunSQL(FIND_THE_HOLD, migrations.RunSQL.noop),
        migrations.AlterField("scrutiny", "hold_id", models.UUIDField()),
    ]
