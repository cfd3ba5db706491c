"""A round is kept while it is written, step by step; what providers are asked, and by when."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from carewright.platform.api import ScopeRows


class Migration(migrations.Migration):
    dependencies = [
        ("platform", "0011_teams_and_training"),
        ("uplift", "0007_rounds_without_placements"),
    ]

    operations = [
        migrations.AddField(
            model_name="upliftround",
            name="answer_by",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="upliftround",
            name="asked",
            field=models.TextField(blank=True, db_default=""),
        ),
        migrations.CreateModel(
            name="RoundDraft",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "touched_by_accounts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                ("by_name", models.CharField(max_length=200)),
                ("answers", models.JSONField(default=dict)),
                ("begun_at", models.DateTimeField()),
                ("saved_at", models.DateTimeField()),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.organisation",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="drafts",
                        to="uplift.upliftround",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answers", {}), _negated=True),
                            ("touched_by_accounts__len__gt", 0),
                        ),
                        name="uplift_draft_says_something_and_whose",
                    )
                ],
            },
        ),
        ScopeRows("rounddraft"),
    ]
