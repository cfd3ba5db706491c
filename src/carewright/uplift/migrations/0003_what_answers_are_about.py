"""A provider's word is about the figures that it was told, and it may ask before it is told any."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("platform", "0011_teams_and_training"),
        ("uplift", "0002_row_security"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="provideranswer", name="provider_said_is_known"),
        migrations.AddField(
            model_name="provideranswer",
            name="figures",
            field=models.CharField(blank=True, db_default="", max_length=64),
        ),
        migrations.AddField(
            model_name="upliftprovider",
            name="figures",
            field=models.CharField(blank=True, db_default="", max_length=64),
        ),
        migrations.AddConstraint(
            model_name="provideranswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("said__in", ["requested", "sent", "accepted", "disputed", "settled"])
                ),
                name="provider_said_is_known",
            ),
        ),
    ]
