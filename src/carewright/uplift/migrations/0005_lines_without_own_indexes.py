"""Lines come by the ten thousand: every index that another one covers is left out."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("platform", "0011_teams_and_training"),
        ("uplift", "0004_read_rounds_stay"),
    ]

    operations = [
        migrations.AlterField(
            model_name="upliftline",
            name="organisation",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="platform.organisation",
            ),
        ),
        migrations.AlterField(
            model_name="upliftline",
            name="round",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="lines",
                to="uplift.upliftround",
            ),
        ),
    ]
