"""Who is who, what was done, and the role that web and worker act as."""

import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models

from carewright.platform.row_security import MakeWebRole


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        MakeWebRole(),
        # Equality and overlap in one exclusion constraint need it; any owner may create it.
        BtreeGistExtension(),
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=255)),
                ("content_type", models.CharField(max_length=120)),
                ("size", models.PositiveBigIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("stored_as", models.CharField(max_length=200)),
                ("retention_class", models.CharField(max_length=20)),
                ("uploaded_by_name", models.CharField(max_length=200)),
                ("uploaded_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("stored_as",), name="document_is_stored_by_itself"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")),
                        name="document_digest_is_sha256",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "retention_class__in",
                                [
                                    "while_in_use",
                                    "one_year",
                                    "six_years",
                                    "seven_years",
                                    "permanent",
                                ],
                            )
                        ),
                        name="document_retention_is_known",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["sha256"], name="document_by_digest"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Job",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=60)),
                ("title", models.CharField(max_length=200)),
                ("requested_by_name", models.CharField(max_length=200)),
                ("state", models.CharField(default="waiting", max_length=20)),
                ("step", models.CharField(blank=True, max_length=200)),
                ("done", models.PositiveBigIntegerField(default=0)),
                ("total", models.PositiveBigIntegerField(null=True)),
                ("outcome", models.TextField(blank=True)),
                ("result_kind", models.CharField(blank=True, max_length=60)),
                ("result_id", models.UUIDField(null=True)),
                ("result_link", models.CharField(blank=True, max_length=300)),
                ("asked_at", models.DateTimeField()),
                ("started_at", models.DateTimeField(null=True)),
                ("news_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["waiting", "running", "done", "failed", "cancelled"])
                        ),
                        name="job_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ended_at__isnull", False),
                                ("state__in", ["cancelled", "done", "failed"]),
                            ),
                            models.Q(
                                models.Q(
                                    ("state__in", ["cancelled", "done", "failed"]), _negated=True
                                ),
                                ("ended_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="job_ended_says_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("total", None), ("done__lte", models.F("total")), _connector="OR"
                        ),
                        name="job_done_is_at_most_its_total",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("result_link", ""), ("result_link__regex", "^/[^/]"), _connector="OR"
                        ),
                        name="job_result_is_a_page_of_ours",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Officer",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("job_title", models.CharField(max_length=200)),
                ("active", models.BooleanField(default=True)),
                ("enrolled_at", models.DateTimeField()),
                ("deactivated_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("active", True), ("deactivated_at", None)),
                            models.Q(("active", False), ("deactivated_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="officer_inactive_says_since_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OfficerRole",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("role", models.CharField(max_length=40)),
                ("starts_on", models.DateField()),
                ("ends_before", models.DateField(null=True)),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="roles",
                        to="platform.officer",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_before", None),
                            ("ends_before__gt", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="officer_role_ends_after_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
                                    "commissioner",
                                    "procurement_officer",
                                    "broker",
                                    "social_worker",
                                    "team_manager",
                                    "hospital_discharge_coordinator",
                                    "contract_manager",
                                    "quality_and_protection_lead",
                                    "budget_holder",
                                    "finance_officer",
                                    "legal_adviser",
                                    "authorising_director",
                                    "chief_social_work_officer",
                                    "evaluator",
                                    "deciding_member",
                                    "scrutiny_member",
                                    "internal_auditor",
                                    "system_administrator",
                                    "joint_commissioner",
                                    "chief_officer",
                                    "bid_writer",
                                    "registered_manager",
                                    "finance_clerk",
                                    "regional_coordinator",
                                    "market_analyst",
                                ],
                            )
                        ),
                        name="officer_role_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=30)),
                ("name", models.CharField(max_length=200)),
                ("slug", models.SlugField(max_length=80)),
                ("area_code", models.CharField(max_length=12, null=True)),
                ("practice", models.BooleanField(default=False)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("slug",), name="organisation_slug_is_its_own"),
                    models.UniqueConstraint(fields=("name",), name="organisation_name_is_its_own"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "council",
                                    "health_board",
                                    "integration_authority",
                                    "provider",
                                    "regional",
                                    "national",
                                ],
                            )
                        ),
                        name="organisation_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("area_code", ""), _negated=True),
                        name="organisation_area_code_is_given_or_null",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Account",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("email", models.EmailField(max_length=254)),
                ("name", models.CharField(max_length=200)),
                ("is_active", models.BooleanField(default=True)),
                ("opened_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("email",), name="account_email_is_its_own"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("email", django.db.models.functions.text.Lower("email"))
                        ),
                        name="account_email_in_small_letters",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AuditEvent",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("at", models.DateTimeField()),
                ("act", models.CharField(max_length=60)),
                ("subject_kind", models.CharField(max_length=60)),
                ("subject_id", models.CharField(max_length=100)),
                ("organisation_id", models.UUIDField(null=True)),
                ("by_id", models.CharField(max_length=40)),
                ("by_name", models.CharField(max_length=200)),
                ("reason", models.TextField(blank=True)),
                ("facts", models.JSONField(default=dict)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisation_id", "-at"], name="audit_by_organisation"),
                    models.Index(
                        fields=["subject_kind", "subject_id", "at"], name="audit_by_subject"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("act", ""), _negated=True),
                            models.Q(("by_name", ""), _negated=True),
                            models.Q(("subject_kind", ""), _negated=True),
                        ),
                        name="audit_event_says_who_did_what",
                    )
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="auditevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="91bd0e941826dc7b2cb069f2b8d8aac09ec502b1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_never_changed_88f72",
                    table="platform_auditevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="auditevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'The record of events is never emptied';",
                    hash="6b886f08ce7f8cbb69045e94548854b45fedb6a9",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_94deb",
                    table="platform_auditevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddField(
            model_name="officer",
            name="account",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="officers",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="job",
            name="requested_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="platform.officer",
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="uploaded_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="platform.officer",
            ),
        ),
        migrations.AddField(
            model_name="officer",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="platform.organisation",
            ),
        ),
        migrations.AddField(
            model_name="job",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="platform.organisation",
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="organisation",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="platform.organisation",
            ),
        ),
        migrations.AddConstraint(
            model_name="officerrole",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("officer", "="),
                    ("role", "="),
                    (
                        models.Func(
                            "starts_on",
                            "ends_before",
                            function="daterange",
                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="officer_role_is_held_once_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="officer",
            constraint=models.UniqueConstraint(
                fields=("organisation", "account"), name="officer_once_in_an_organisation"
            ),
        ),
        migrations.AddIndex(
            model_name="job",
            index=models.Index(fields=["organisation", "-asked_at"], name="job_by_organisation"),
        ),
    ]
