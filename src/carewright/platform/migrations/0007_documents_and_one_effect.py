"""Versions of documents, who read them, and one effect per intent."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from carewright.platform.row_security import ScopeRows


#: Every document so far is the first version of itself.
COPY = """
INSERT INTO platform_documentversion (
    id, document_id, organisation_id, number, name, content_type, size, sha256, stored_as, reason,
    uploaded_by_id, uploaded_by_name, uploaded_at
)
SELECT gen_random_uuid(), id, organisation_id, 1, name, content_type, size, sha256, stored_as, '',
    uploaded_by_id, uploaded_by_name, uploaded_at
FROM platform_document;
SET CONSTRAINTS ALL IMMEDIATE
"""


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
        migrations.CreateModel(
            name="DocumentVersion",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("name", models.CharField(max_length=255)),
                ("content_type", models.CharField(max_length=120)),
                ("size", models.PositiveBigIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("stored_as", models.CharField(max_length=200, null=True)),
                ("reason", models.TextField(blank=True)),
                ("uploaded_by_name", models.CharField(max_length=200)),
                ("uploaded_at", models.DateTimeField()),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="platform.document",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.organisation",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.officer",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("document", "number"), name="version_has_its_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("number", 1), models.Q(("reason", ""), _negated=True), _connector="OR"
                        ),
                        name="version_later_than_first_says_why",
                    ),
                ],
            },
        ),
        migrations.RunSQL(COPY, migrations.RunSQL.noop),
        migrations.RemoveConstraint(
            model_name="document",
            name="document_is_stored_by_itself",
        ),
        migrations.RemoveConstraint(
            model_name="document",
            name="document_digest_is_sha256",
        ),
        migrations.RemoveIndex(
            model_name="document",
            name="document_by_digest",
        ),
        migrations.RemoveField(
            model_name="document",
            name="content_type",
        ),
        migrations.RemoveField(
            model_name="document",
            name="sha256",
        ),
        migrations.RemoveField(
            model_name="document",
            name="size",
        ),
        migrations.RemoveField(
            model_name="document",
            name="stored_as",
        ),
        migrations.RemoveField(
            model_name="document",
            name="uploaded_at",
        ),
        migrations.RemoveField(
            model_name="document",
            name="uploaded_by",
        ),
        migrations.RemoveField(
            model_name="document",
            name="uploaded_by_name",
        ),
        migrations.AddField(
            model_name="document",
            name="disposed_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="document",
            name="disposed_by_name",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="document",
            name="held_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="document",
            name="held_by_id",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="document",
            name="held_by_name",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="document",
            name="hold_reason",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="document",
            name="kept_until",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="document",
            name="newest",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("held_at", None),
                        ("held_by_id", None),
                        ("held_by_name", ""),
                        ("hold_reason", ""),
                    ),
                    models.Q(
                        ("held_at__isnull", False),
                        models.Q(("held_by_name", ""), _negated=True),
                        models.Q(("hold_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="document_hold_says_who_and_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(("held_at", None), ("disposed_at", None), _connector="OR"),
                name="document_held_is_kept",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("disposed_at", None), ("disposed_by_name", "")),
                    models.Q(
                        ("disposed_at__isnull", False),
                        models.Q(("disposed_by_name", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="document_disposal_names_a_person_and_a_time",
            ),
        ),
        migrations.AddIndex(
            model_name="documentversion",
            index=models.Index(fields=["sha256"], name="document_by_digest"),
        ),
        migrations.AddConstraint(
            model_name="documentversion",
            constraint=models.UniqueConstraint(
                fields=("stored_as",), name="document_is_stored_by_itself"
            ),
        ),
        migrations.AddConstraint(
            model_name="documentversion",
            constraint=models.CheckConstraint(
                condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")),
                name="document_digest_is_sha256",
            ),
        ),
        ScopeRows("documentversion", shared=True),
    ]
