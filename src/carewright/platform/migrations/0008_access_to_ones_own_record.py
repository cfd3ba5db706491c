"""Who may see and decide what of a person's record."""

import django.contrib.postgres.fields
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from carewright.platform.own_record_security import (
    DROP_FUNCTION,
    MAKE_FUNCTION,
    ShowToOwnAccess,
)
from carewright.platform.row_security import ScopeRows
from carewright.platform.scope import WEB_ROLE


class Migration(migrations.Migration):
    dependencies = [("platform", "0007_documents_and_one_effect")]

    operations = [
        migrations.CreateModel(
            name="PersonalAccess",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("subject_id", models.UUIDField()),
                ("capacity", models.CharField(max_length=20)),
                ("ground", models.CharField(max_length=30)),
                (
                    "may_see",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), size=None
                    ),
                ),
                (
                    "may_decide",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), default=list, size=None
                    ),
                ),
                ("proof", models.CharField(blank=True, max_length=300)),
                ("starts_on", models.DateField()),
                ("ends_before", models.DateField(null=True)),
                ("confirmed_by_name", models.CharField(max_length=200)),
                ("confirmed_at", models.DateTimeField()),
                ("agreed_at", models.DateTimeField(null=True)),
                ("agreed_by_name", models.CharField(blank=True, max_length=200)),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_by_name", models.CharField(blank=True, max_length=200)),
                ("end_reason", models.CharField(blank=True, max_length=300)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.officer",
                    ),
                ),
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
                "indexes": [
                    models.Index(fields=["account"], name="personal_access_by_account"),
                    models.Index(fields=["subject_id"], name="personal_access_by_subject"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("account", "subject_id"),
                        name="personal_access_stands_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "capacity__in",
                                ["person", "carer", "advocate", "attorney", "guardian"],
                            ),
                            (
                                "ground__in",
                                [
                                    "self",
                                    "consent",
                                    "power_of_attorney",
                                    "guardianship_order",
                                    "advocacy_appointment",
                                ],
                            ),
                        ),
                        name="personal_access_says_as_what_and_by_what_right",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "may_see__contained_by",
                                ["record", "support", "decisions", "looks", "consent"],
                            ),
                            ("may_see__len__gt", 0),
                            ("may_decide__contained_by", ["consent"]),
                        ),
                        name="personal_access_names_known_parts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "ground__in",
                                    [
                                        "advocacy_appointment",
                                        "guardianship_order",
                                        "power_of_attorney",
                                    ],
                                ),
                                _negated=True,
                            ),
                            models.Q(("proof", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="personal_access_by_law_names_its_proof",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_before", None),
                            ("ends_before__gt", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="personal_access_ends_after_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_by_name", "")),
                            models.Q(
                                ("ended_at__isnull", False),
                                models.Q(("ended_by_name", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="personal_access_ended_says_by_whom",
                    ),
                ],
            },
        ),
        ScopeRows("personalaccess", own_account="account_id"),
        migrations.RunSQL(MAKE_FUNCTION, DROP_FUNCTION),
        # Who decides about a record sees who else was let in.
        ShowToOwnAccess("personalaccess", column="subject_id", part="consent"),
        migrations.RunSQL(
            f"REVOKE DELETE, TRUNCATE ON platform_personalaccess FROM {WEB_ROLE}",
            f"GRANT DELETE ON platform_personalaccess TO {WEB_ROLE}",
        ),
    ]
