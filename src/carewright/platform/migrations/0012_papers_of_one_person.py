from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("platform", "0011_teams_and_training"),
    ]

    operations = [
        migrations.AddField(
            model_name="document",
            name="placement_id",
            field=models.UUIDField(null=True),
        ),
    ]
