"""Passkeys, sessions, invitations, groups of the employer's sign-in."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from carewright.platform.row_security import ScopeRows


class Migration(migrations.Migration):
    dependencies = [
        ("platform", "0004_working_together"),
    ]

    operations = [
        migrations.CreateModel(
            name="GroupRole",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("group", models.CharField(max_length=200)),
                ("role", models.CharField(max_length=40)),
                ("administrator_declared", models.BooleanField(default=False)),
                ("added_at", models.DateTimeField()),
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "group", "role"), name="group_role_is_given_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("group", ""), _negated=True)
                        & models.Q(("role", ""), _negated=True),
                        name="group_role_names_both",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("role", "system_administrator"), _negated=True),
                            ("administrator_declared", True),
                            _connector="OR",
                        ),
                        name="group_role_administrator_is_declared",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("email", models.EmailField(max_length=254)),
                ("name", models.CharField(max_length=200)),
                ("job_title", models.CharField(blank=True, max_length=200)),
                ("roles", models.JSONField(default=list)),
                ("provider_name", models.CharField(blank=True, max_length=200)),
                ("provider_number", models.CharField(blank=True, max_length=20)),
                ("proof", models.TextField(blank=True)),
                ("proof_document", models.UUIDField(null=True)),
                ("for_kind", models.CharField(blank=True, max_length=60)),
                ("for_id", models.UUIDField(null=True)),
                ("token_digest", models.CharField(max_length=64)),
                ("invited_by_name", models.CharField(max_length=200)),
                ("invited_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("accepted_at", models.DateTimeField(null=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "invited_by",
                    models.ForeignKey(
                        null=True,
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("token_digest",), name="invitation_token_is_its_own"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("accepted_at", None), ("withdrawn_at", None)),
                        fields=("organisation", "email", "kind", "for_id"),
                        name="invitation_is_open_once",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["officer", "provider", "representative"])),
                        name="invitation_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("accepted_at", None), ("withdrawn_at", None), _connector="OR"
                        ),
                        name="invitation_accepted_is_not_withdrawn",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("expires_at__gt", models.F("sent_at"))),
                        name="invitation_ends_after_it_is_sent",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "provider"), _negated=True),
                            models.Q(
                                models.Q(("provider_name", ""), _negated=True),
                                models.Q(("provider_number", ""), _negated=True),
                                models.Q(("proof", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="invitation_of_a_provider_rests_on_proof",
                    ),
                ],
                "indexes": [
                    models.Index(
                        fields=["organisation", "-sent_at"], name="invitation_by_organisation"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                (
                    "session_key",
                    models.CharField(
                        max_length=40, primary_key=True, serialize=False, verbose_name="session key"
                    ),
                ),
                ("session_data", models.TextField(verbose_name="session data")),
                ("expire_date", models.DateTimeField(db_index=True, verbose_name="expire date")),
                ("reference", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("acts_for", models.UUIDField(null=True)),
                ("device", models.CharField(blank=True, max_length=60)),
                ("place", models.CharField(blank=True, max_length=60)),
                ("began_at", models.DateTimeField(null=True)),
                ("used_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("reference",), name="session_reference_is_its_own"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SignInLock",
            fields=[
                (
                    "address_digest",
                    models.CharField(max_length=64, primary_key=True, serialize=False),
                ),
                ("failures", models.PositiveSmallIntegerField(default=0)),
                ("first_at", models.DateTimeField()),
                ("locked_until", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("address_digest__regex", "^[0-9a-f]{64}$")),
                        name="sign_in_lock_keeps_no_address",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="account",
            name="disabled_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="account",
            name="enabled_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="account",
            name="warned_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="officerrole",
            name="from_group",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddConstraint(
            model_name="account",
            constraint=models.CheckConstraint(
                condition=models.Q(("disabled_at", None), ("is_active", False), _connector="OR"),
                name="account_disabled_is_not_active",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="accepted_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="session",
            name="account",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("accepted_at", None), ("accepted_by", None)),
                    models.Q(("accepted_at__isnull", False), ("accepted_by__isnull", False)),
                    _connector="OR",
                ),
                name="invitation_accepted_says_by_whom",
            ),
        ),
        migrations.AddIndex(
            model_name="session",
            index=models.Index(fields=["account"], name="session_by_account"),
        ),
        # Sessions and failures are found before anybody is known, so these two tables are not
        # scoped: nothing in them can be found without a secret key or a keyed digest.
        ScopeRows("grouprole"),
        ScopeRows("invitation"),
    ]
