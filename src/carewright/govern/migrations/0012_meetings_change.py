"""A meeting may be moved or cancelled, and a paper taken off an agenda; each says why."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("govern", "0011_whoever_decides_reads_what_is_missing"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="meeting",
            name="meeting_of_a_body_once_at_a_time",
        ),
        migrations.AddField(
            model_name="meeting",
            name="moved_from",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="meeting",
            name="moved_why",
            field=models.TextField(blank=True, db_default=""),
        ),
        migrations.AddField(
            model_name="meeting",
            name="cancelled_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="meeting",
            name="cancelled_by_name",
            field=models.CharField(blank=True, db_default="", max_length=200),
        ),
        migrations.AddField(
            model_name="meeting",
            name="cancelled_why",
            field=models.TextField(blank=True, db_default=""),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="taken_off_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="taken_off_by_name",
            field=models.CharField(blank=True, db_default="", max_length=200),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="taken_off_why",
            field=models.TextField(blank=True, db_default=""),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.UniqueConstraint(
                condition=models.Q(("cancelled_at", None)),
                fields=("body", "starts_at"),
                name="meeting_of_a_body_once_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("moved_from", None),
                    models.Q(("moved_why", ""), _negated=True),
                    _connector="OR",
                ),
                name="meeting_moved_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("cancelled_at", None),
                    models.Q(
                        models.Q(("cancelled_why", ""), _negated=True),
                        models.Q(("cancelled_by_name", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="meeting_cancelled_says_why_and_by_whom",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("taken_off_at", None),
                    models.Q(
                        ("minuted_at", None),
                        models.Q(("taken_off_why", ""), _negated=True),
                        models.Q(("taken_off_by_name", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="agenda_item_taken_off_says_why_and_is_not_minuted",
            ),
        ),
    ]
