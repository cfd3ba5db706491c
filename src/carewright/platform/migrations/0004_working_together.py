"""Partnerships, teams, contacts, escalation, cover."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import uuid
from django.db import migrations, models

from carewright.platform.row_security import ScopeRows
from carewright.platform.row_sharing import BACKWARDS, FORWARDS
from carewright.platform.scope import WEB_ROLE


class Migration(migrations.Migration):
    dependencies = [("platform", "0003_shared_counts")]

    operations = [
        migrations.CreateModel(
            name="Cover",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("starts_on", models.DateField()),
                ("ends_before", models.DateField()),
                ("arranged_at", models.DateTimeField()),
                ("called_off_at", models.DateTimeField(null=True)),
                (
                    "absent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.officer",
                    ),
                ),
                (
                    "deputy",
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("absent", models.F("deputy")), _negated=True),
                        name="cover_is_by_somebody_else",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_before__gt", models.F("starts_on"))),
                        name="cover_ends_after_it_starts",
                    ),
                ],
            },
        ),
        migrations.RemoveConstraint(
            model_name="officerrole",
            name="officer_role_is_known",
        ),
        migrations.RemoveConstraint(
            model_name="organisation",
            name="organisation_kind_is_known",
        ),
        migrations.AddConstraint(
            model_name="officerrole",
            constraint=models.CheckConstraint(
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
                            "chief_finance_officer",
                            "chief_social_work_officer",
                            "evaluator",
                            "deciding_member",
                            "scrutiny_member",
                            "committee_clerk",
                            "internal_auditor",
                            "system_administrator",
                            "joint_commissioner",
                            "chief_officer",
                            "bid_writer",
                            "registered_manager",
                            "finance_clerk",
                            "voluntary_sector_coordinator",
                            "carers_support_worker",
                            "regional_coordinator",
                            "market_analyst",
                        ],
                    )
                ),
                name="officer_role_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "council",
                            "health_board",
                            "integration_authority",
                            "integrated_care_board",
                            "provider",
                            "voluntary_sector_interface",
                            "carers_centre",
                            "regional",
                            "national",
                        ],
                    )
                ),
                name="organisation_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="cover",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("called_off_at", None)),
                expressions=[
                    ("absent", "="),
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
                name="cover_one_deputy_at_a_time",
            ),
        ),
        ScopeRows("cover"),
        migrations.RunSQL(
            f"REVOKE DELETE, TRUNCATE ON platform_cover FROM {WEB_ROLE}",
            f"GRANT DELETE ON platform_cover TO {WEB_ROLE}",
        ),
        migrations.CreateModel(
            name="Partnership",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("purpose", models.TextField()),
                ("formed_at", models.DateTimeField()),
                ("ends_before", models.DateField(null=True)),
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
                    models.UniqueConstraint(fields=("name",), name="partnership_name_is_its_own"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartnershipTerms",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("starts_on", models.DateField()),
                ("proposed_at", models.DateTimeField()),
                ("proposed_by_name", models.CharField(max_length=200)),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="terms",
                        to="platform.partnership",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("partnership", "number"), name="partnership_terms_are_numbered"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartnershipSharing",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=40)),
                ("level", models.CharField(max_length=10)),
                (
                    "terms",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sharing",
                        to="platform.partnershipterms",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("terms", "kind"), name="partnership_shares_a_kind_at_one_level"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__regex", "^[a-z_]+$"), models.Q(("kind", "all"), _negated=True)
                        ),
                        name="partnership_shares_kind_by_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["see", "comment", "decide"])),
                        name="partnership_sharing_level_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartnershipMember",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("share", models.PositiveIntegerField(null=True)),
                ("agreed_at", models.DateTimeField(null=True)),
                ("agreed_by_name", models.CharField(blank=True, max_length=200)),
                ("leaves_before", models.DateField(null=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.organisation",
                    ),
                ),
                (
                    "terms",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="platform.partnershipterms",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("terms", "organisation"), name="partnership_member_is_named_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("share", None), ("share__lte", 10000), _connector="OR"),
                        name="partnership_member_pays_at_most_the_pool",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agreed_at", None), ("agreed_by_name", "")),
                            models.Q(
                                ("agreed_at__isnull", False),
                                models.Q(("agreed_by_name", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="partnership_member_agreed_says_who_and_when",
                    ),
                ],
            },
        ),
        ScopeRows("partnership"),
        ScopeRows("partnershipterms", column="partnership_id", through="platform_partnership"),
        migrations.RunSQL(list(FORWARDS), list(BACKWARDS)),
        migrations.CreateModel(
            name="Contact",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("service_area", models.CharField(blank=True, max_length=40)),
                ("is_lead", models.BooleanField(default=False)),
                ("team", models.CharField(blank=True, max_length=120)),
                ("ask_about", models.CharField(blank=True, max_length=200)),
                ("shown_name", models.CharField(max_length=200)),
                ("shown_job_title", models.CharField(max_length=200)),
                ("shown_email", models.EmailField(max_length=254)),
                ("shown_phone", models.CharField(blank=True, max_length=40)),
                ("named_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "officer",
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
                (
                    "provider",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.organisation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None), ("is_lead", True)),
                        fields=("organisation", "service_area", "provider"),
                        name="contact_one_lead_officer_each",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("service_area", ""), _negated=True),
                            ("provider__isnull", False),
                            _connector="OR",
                        ),
                        name="contact_is_for_an_area_or_a_provider",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EscalationStep",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("service_area", models.CharField(blank=True, max_length=40)),
                ("level", models.PositiveSmallIntegerField()),
                ("within_working_days", models.PositiveSmallIntegerField()),
                ("shown_name", models.CharField(max_length=200)),
                ("shown_job_title", models.CharField(max_length=200)),
                (
                    "officer",
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "service_area", "level"),
                        name="escalation_level_is_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("level__gte", 1),
                            ("within_working_days__gte", 1),
                            ("within_working_days__lte", 60),
                        ),
                        name="escalation_answers_within_working_days",
                    ),
                ],
            },
        ),
        ScopeRows("contact"),
        ScopeRows("escalationstep"),
        # The route map is published to every organisation that works here, providers too.
        migrations.RunSQL(
            "CREATE POLICY published ON platform_contact FOR SELECT USING (ended_at IS NULL)",
            "DROP POLICY published ON platform_contact",
        ),
        migrations.RunSQL(
            "CREATE POLICY published ON platform_escalationstep FOR SELECT USING (true)",
            "DROP POLICY published ON platform_escalationstep",
        ),
        migrations.RunSQL(
            f"REVOKE DELETE, TRUNCATE ON platform_contact FROM {WEB_ROLE}",
            f"GRANT DELETE ON platform_contact TO {WEB_ROLE}",
        ),
    ]
