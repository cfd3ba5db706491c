"""Partnerships, teams, contacts, escalation, cover."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import uuid
from django.db import migrations, models

from carewright.platform.row_security import ScopeRows
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
            ],
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
        migrations.AddField(
            model_name="cover",
            name="absent",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="platform.officer"
            ),
        ),
        migrations.AddField(
            model_name="cover",
            name="deputy",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="platform.officer"
            ),
        ),
        migrations.AddField(
            model_name="cover",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="platform.organisation",
            ),
        ),
        migrations.AddConstraint(
            model_name="cover",
            constraint=models.CheckConstraint(
                condition=models.Q(("absent", models.F("deputy")), _negated=True),
                name="cover_is_by_somebody_else",
            ),
        ),
        migrations.AddConstraint(
            model_name="cover",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_before__gt", models.F("starts_on"))),
                name="cover_ends_after_it_starts",
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
    ]
