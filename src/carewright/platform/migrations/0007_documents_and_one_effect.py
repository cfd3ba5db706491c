"""Versions of documents, who read them, and one effect per intent."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from carewright.platform.row_security import ScopeRows


class Migration(migrations.Migration):
    dependencies = [("platform", "0006_leaves_of_the_record")]

    operations = [
        migrations.CreateModel(
            name="SentIntent",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("by_id", models.CharField(max_length=40)),
                ("key", models.UUIDField()),
                ("fingerprint", models.CharField(max_length=64)),
                ("result", models.CharField(blank=True, max_length=200)),
                ("sent_at", models.DateTimeField()),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.organisation",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["sent_at"], name="sent_intent_by_age")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("by_id", "key"), name="intent_takes_effect_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("fingerprint__regex", "^[0-9a-f]{64}$")),
                        name="intent_fingerprint_is_sha256",
                    ),
                ],
            },
        ),
        ScopeRows("sentintent"),
        migrations.RemoveConstraint(model_name="document", name="document_retention_is_known"),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "retention_class__in",
                        [
                            "while_in_use",
                            "one_week",
                            "one_year",
                            "six_years",
                            "seven_years",
                            "permanent",
                        ],
                    )
                ),
                name="document_retention_is_known",
            ),
        ),
    ]
