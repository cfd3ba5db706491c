"""News may be of what another organisation shares, or answers."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("notify", "0008_who_one_stands_in_for"),
        ("platform", "0011_teams_and_training"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="notification",
            name="notification_kind_is_known",
        ),
        migrations.AddConstraint(
            model_name="notification",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "decide",
                            "decided",
                            "acted_first",
                            "overdue",
                            "follow_up",
                            "govern",
                            "shared",
                            "work",
                            "other",
                        ],
                    )
                ),
                name="notification_kind_is_known",
            ),
        ),
    ]
