"""A request names what should be there and is not, and why whoever asks goes on without it."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("decide", "0009_days_for_scrutiny"),
    ]

    operations = [
        migrations.AddField(
            model_name="approvalrequest",
            name="missing",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=200), db_default=[], default=list, size=None
            ),
        ),
        migrations.AddField(
            model_name="approvalrequest",
            name="missing_why",
            field=models.TextField(blank=True, db_default=""),
        ),
        migrations.AddConstraint(
            model_name="approvalrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("missing", []), models.Q(("missing_why", ""), _negated=True), _connector="OR"
                ),
                name="request_without_something_says_why",
            ),
        ),
    ]
