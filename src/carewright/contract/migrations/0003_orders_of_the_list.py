"""Indexes for each order and filter of the register; an exception needs no task of its own."""

import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contract", "0002_row_security"),
        ("platform", "0011_teams_and_training"),
        ("register", "0009_row_security_of_capacity"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="agreement",
            name="agreement_by_state",
        ),
        migrations.RemoveIndex(
            model_name="agreement",
            name="agreement_by_kind",
        ),
        migrations.RemoveField(
            model_name="caregoeson",
            name="task_id",
        ),
        migrations.AddIndex(
            model_name="agreement",
            index=models.Index(
                models.F("organisation"),
                models.OrderBy(models.F("ends_before"), descending=True, nulls_last=True),
                models.OrderBy(models.F("id"), descending=True),
                name="agreement_by_end_down",
            ),
        ),
        migrations.AddIndex(
            model_name="agreement",
            index=models.Index(
                models.F("organisation"),
                models.OrderBy(models.F("value_pence"), descending=True, nulls_last=True),
                models.OrderBy(models.F("id"), descending=True),
                name="agreement_by_value_down",
            ),
        ),
        migrations.AddIndex(
            model_name="agreement",
            index=models.Index(
                models.F("organisation"),
                models.F("state"),
                django.db.models.functions.text.Lower("title"),
                models.F("id"),
                name="agreement_in_state",
            ),
        ),
        migrations.AddIndex(
            model_name="agreement",
            index=models.Index(
                models.F("organisation"),
                models.F("kind"),
                django.db.models.functions.text.Lower("title"),
                models.F("id"),
                name="agreement_of_kind",
            ),
        ),
    ]
