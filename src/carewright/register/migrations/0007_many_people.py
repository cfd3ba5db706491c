"""A list of people is as quick for a hundred thousand of them as for a hundred."""

import django.db.models.functions.comparison
from django.db import migrations, models

from carewright.platform.api import AskOnce


class Migration(migrations.Migration):
    dependencies = [("register", "0006_own_records")]

    operations = [
        AskOnce("person"),
        AskOnce("activity"),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                models.F("organisation"),
                django.db.models.functions.comparison.Collate("reference", "C"),
                name="person_reference_begins",
            ),
        ),
    ]
