"""Scrutiny says whether it looked before the decision or called it in afterwards."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("govern", "0008_rows_of_directions"),
    ]

    operations = [
        migrations.AddField(
            model_name="scrutiny",
            name="after_decision",
            field=models.BooleanField(db_default=False),
        ),
    ]
