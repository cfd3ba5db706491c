"""Agreements, their parties, prices and signatures, and care that goes on without one."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("platform", "0011_teams_and_training"),
        ("register", "0009_row_security_of_capacity"),
    ]

    operations = [
        migrations.CreateModel(
            name="Agreement",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("own_reference", models.CharField(blank=True, max_length=60)),
                ("title", models.CharField(max_length=300)),
                ("kind", models.CharField(max_length=30)),
                ("regime", models.CharField(max_length=20)),
                ("risk", models.CharField(default="low", max_length=10)),
                ("state", models.CharField(default="draft", max_length=20)),
                ("starts_on", models.DateField()),
                ("ends_before", models.DateField(null=True)),
                ("value_pence", models.BigIntegerField(null=True)),
                ("payment_terms", models.TextField(blank=True)),
                ("paid_in_advance", models.BooleanField(default=False)),
                ("advance_grounds", models.TextField(blank=True)),
                ("notice_days", models.PositiveIntegerField(null=True)),
                ("own_notice_days", models.PositiveIntegerField(null=True)),
                ("framework_id", models.UUIDField(null=True)),
                ("lot_id", models.UUIDField(null=True)),
                ("award_id", models.UUIDField(null=True)),
                ("tupe", models.BooleanField(null=True)),
                ("data_schedule", models.BooleanField(default=False)),
                ("people_supported", models.PositiveIntegerField(null=True)),
                ("people_counted_on", models.DateField(null=True)),
                ("provider_number", models.CharField(blank=True, max_length=100)),
                ("provider_name", models.CharField(blank=True, max_length=300)),
                ("registered_on", models.DateField(null=True)),
                ("registered_as", models.CharField(blank=True, max_length=200)),
                ("monitoring_plan_on", models.DateField(null=True)),
                ("exit_plan_on", models.DateField(null=True)),
                ("contingency_plan_on", models.DateField(null=True)),
                ("exemption_ground", models.TextField(blank=True)),
                ("exemption_ends_before", models.DateField(null=True)),
                (
                    "not_in_source",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30), default=list, size=None
                    ),
                ),
                ("request_id", models.UUIDField(null=True)),
                ("signatures_wanted", models.PositiveSmallIntegerField(default=1)),
                ("written_by_name", models.CharField(max_length=200)),
                ("written_by_account", models.UUIDField()),
                ("written_at", models.DateTimeField()),
                ("begun_early_reason", models.TextField(blank=True)),
                ("over_on", models.DateField(null=True)),
                ("over_reason", models.TextField(blank=True)),
                (
                    "budget_holder",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.officer",
                    ),
                ),
                (
                    "contact",
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
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.person",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="predecessors",
                        to="contract.agreement",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        models.F("organisation"),
                        django.db.models.functions.text.Lower("title"),
                        models.F("id"),
                        name="agreement_by_title",
                    ),
                    models.Index(
                        models.F("organisation"),
                        django.db.models.functions.text.Lower("provider_name"),
                        models.F("id"),
                        name="agreement_by_provider",
                    ),
                    models.Index(
                        models.F("organisation"),
                        models.F("ends_before"),
                        models.F("id"),
                        name="agreement_by_end",
                    ),
                    models.Index(
                        models.F("organisation"),
                        models.F("value_pence"),
                        models.F("id"),
                        name="agreement_by_value",
                    ),
                    models.Index(
                        models.F("organisation"),
                        models.F("state"),
                        models.F("number"),
                        models.F("id"),
                        name="agreement_by_state",
                    ),
                    models.Index(
                        models.F("organisation"),
                        models.F("kind"),
                        models.F("number"),
                        models.F("id"),
                        name="agreement_by_kind",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "number"), name="agreement_number_is_own"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("title", ""), _negated=True), ("number__gt", 0)
                        ),
                        name="agreement_has_a_title",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "framework_call_off",
                                    "block",
                                    "cost_and_volume",
                                    "spot",
                                    "grant",
                                    "service_level",
                                    "individual_service_fund",
                                    "in_house",
                                ],
                            )
                        ),
                        name="agreement_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "regime__in",
                                [
                                    "pa2023",
                                    "pcr2015",
                                    "psr2023",
                                    "scot_higher",
                                    "scot_regulated",
                                    "below_threshold",
                                ],
                            )
                        ),
                        name="agreement_regime_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("risk__in", ["low", "medium", "high"])),
                        name="agreement_risk_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "draft",
                                    "approved",
                                    "signed",
                                    "live",
                                    "ending",
                                    "ended",
                                    "terminated",
                                ],
                            )
                        ),
                        name="agreement_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_before", None),
                            ("ends_before__gt", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="agreement_ends_after_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("value_pence", None), ("value_pence__gte", 0), _connector="OR"
                        ),
                        name="agreement_value_is_not_negative",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("successor", None),
                            models.Q(("successor", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="agreement_does_not_follow_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("person", None),
                            ("kind__in", ["individual_service_fund", "spot"]),
                            _connector="OR",
                        ),
                        name="agreement_for_one_person_is_of_such_a_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("over_on__isnull", False),
                                ("state__in", ["ended", "terminated"]),
                                models.Q(("over_reason", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("state__in", ["ended", "terminated"]), _negated=True),
                                ("over_on", None),
                                ("over_reason", ""),
                            ),
                            _connector="OR",
                        ),
                        name="agreement_over_says_when_and_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "approved"), _negated=True),
                            ("request_id__isnull", False),
                            _connector="OR",
                        ),
                        name="agreement_approved_names_its_approval",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgreementService",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.CharField(blank=True, max_length=100)),
                ("name", models.CharField(max_length=200)),
                ("care_group", models.CharField(blank=True, max_length=60)),
                ("area_code", models.CharField(blank=True, max_length=12)),
                ("area_name", models.CharField(blank=True, max_length=100)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="services",
                        to="contract.agreement",
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
                        models.F("agreement"),
                        django.db.models.functions.text.Lower("name"),
                        models.F("care_group"),
                        django.db.models.functions.text.Lower("area_name"),
                        name="service_stands_once_in_an_agreement",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="service_bought_has_a_name",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CareGoesOn",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("reason", models.TextField()),
                ("owner_name", models.CharField(max_length=200)),
                ("people_affected", models.PositiveIntegerField(null=True)),
                ("starts_on", models.DateField()),
                ("until", models.DateField()),
                ("task_id", models.UUIDField(null=True)),
                ("recorded_by_name", models.CharField(max_length=200)),
                ("recorded_at", models.DateTimeField()),
                ("ended_on", models.DateField(null=True)),
                ("ended_how", models.TextField(blank=True)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="goes_on",
                        to="contract.agreement",
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
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.officer",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("agreement",),
                        name="care_goes_on_by_one_exception",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reason", ""), _negated=True),
                            models.Q(("owner_name", ""), _negated=True),
                        ),
                        name="care_going_on_says_why_and_whose",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until__gte", models.F("starts_on"))),
                        name="care_going_on_has_a_clock",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_how", ""), ("ended_on", None)),
                            models.Q(
                                ("ended_on__isnull", False),
                                models.Q(("ended_how", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="care_going_on_ended_says_how",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ExtensionOption",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("ends_before", models.DateField()),
                ("decide_by", models.DateField()),
                ("state", models.CharField(default="open", max_length=10)),
                ("decided_by_name", models.CharField(blank=True, max_length=200)),
                ("decided_on", models.DateField(null=True)),
                ("reason", models.TextField(blank=True)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="extensions",
                        to="contract.agreement",
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
                        fields=("agreement", "number"), name="extension_has_its_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["open", "taken", "declined"])),
                        name="extension_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("decide_by__lt", models.F("ends_before"))),
                        name="extension_is_decided_before_it_ends",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_on", None), ("state", "open")),
                            models.Q(
                                models.Q(("state", "open"), _negated=True),
                                ("decided_on__isnull", False),
                                models.Q(("reason", ""), _negated=True),
                                models.Q(("decided_by_name", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="extension_decided_says_who_and_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Party",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("side", models.CharField(max_length=10)),
                ("number", models.CharField(blank=True, max_length=100)),
                ("name", models.CharField(max_length=300)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parties",
                        to="contract.agreement",
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
                        models.F("agreement"),
                        models.F("side"),
                        django.db.models.functions.text.Lower("name"),
                        name="party_stands_once_in_an_agreement",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("side", "buyer")),
                        fields=("agreement",),
                        name="party_buys_alone",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("side__in", ["buyer", "provider"]),
                            models.Q(("name", ""), _negated=True),
                        ),
                        name="party_has_a_side_and_a_name",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PriceLine",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("unit", models.CharField(max_length=10)),
                ("minutes", models.PositiveSmallIntegerField(default=0)),
                ("day_kind", models.CharField(default="any", max_length=20)),
                ("zone", models.CharField(blank=True, max_length=60)),
                ("pence", models.BigIntegerField()),
                ("starts_on", models.DateField()),
                ("ends_before", models.DateField(null=True)),
                ("reason", models.TextField(blank=True)),
                ("written_by_name", models.CharField(max_length=200)),
                ("written_at", models.DateTimeField()),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="prices",
                        to="contract.agreement",
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
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="prices",
                        to="contract.agreementservice",
                    ),
                ),
            ],
            options={
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("service", "="),
                            ("unit", "="),
                            ("minutes", "="),
                            ("day_kind", "="),
                            (django.db.models.functions.text.Lower("zone"), "="),
                            (
                                models.Func(
                                    models.F("starts_on"),
                                    models.F("ends_before"),
                                    django.contrib.postgres.fields.ranges.RangeBoundary(),
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="price_line_overlaps_no_other",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "unit__in",
                                ["hour", "visit", "day", "night", "week", "session", "one_off"],
                            ),
                            ("day_kind__in", ["any", "weekday", "weekend", "bank_holiday"]),
                        ),
                        name="price_line_is_for_a_known_unit",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("minutes__gt", 0), ("unit", "visit")),
                            models.Q(models.Q(("unit", "visit"), _negated=True), ("minutes", 0)),
                            _connector="OR",
                        ),
                        name="price_line_of_a_visit_says_its_minutes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_before", None),
                            ("ends_before__gt", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="price_line_ends_after_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("pence__gte", 0)), name="price_line_is_not_negative"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reversal",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("reason", models.TextField()),
                ("asked_by_account", models.UUIDField()),
                ("asked_by_name", models.CharField(max_length=200)),
                ("asked_at", models.DateTimeField()),
                ("confirmed_by_account", models.UUIDField(null=True)),
                ("confirmed_by_name", models.CharField(blank=True, max_length=200)),
                ("confirmed_at", models.DateTimeField(null=True)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reversals",
                        to="contract.agreement",
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
                        condition=models.Q(("confirmed_at", None)),
                        fields=("agreement",),
                        name="reversal_is_asked_for_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="reversal_says_why"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("confirmed_at", None),
                                ("confirmed_by_account", None),
                                ("confirmed_by_name", ""),
                            ),
                            models.Q(
                                ("confirmed_at__isnull", False),
                                ("confirmed_by_account__isnull", False),
                                models.Q(("confirmed_by_name", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="reversal_confirmed_names_a_person_and_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confirmed_by_account", None),
                            models.Q(
                                ("confirmed_by_account", models.F("asked_by_account")),
                                _negated=True,
                            ),
                            _connector="OR",
                        ),
                        name="reversal_is_confirmed_by_a_second_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Signature",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("job_title", models.CharField(blank=True, max_length=200)),
                ("signed_on", models.DateField()),
                ("authority", models.CharField(max_length=10)),
                ("authority_says", models.TextField()),
                ("reason", models.TextField(blank=True)),
                ("recorded_by_name", models.CharField(max_length=200)),
                ("recorded_at", models.DateTimeField()),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signatures",
                        to="contract.agreement",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.document",
                    ),
                ),
                (
                    "officer",
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
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signatures",
                        to="contract.party",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("officer__isnull", False)),
                        fields=("agreement", "officer"),
                        name="signature_of_an_officer_stands_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("authority__in", ["held", "lacked", "not_ours"]),
                            models.Q(("name", ""), _negated=True),
                        ),
                        name="signature_says_who_and_whether_they_may",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("authority", "lacked"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="signature_without_authority_says_why",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="signature",
            trigger=pgtrigger.compiler.Trigger(
                name="signature_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b2365a898641941ac4c734bbde3fe77815dae4c9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_signature_stays_1b44c",
                    table="contract_signature",
                    when="BEFORE",
                ),
            ),
        ),
    ]
