"""Variations, ends of agreements with their plans, and exemptions from competition."""

import django.contrib.postgres.fields
import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("contract", "0003_orders_of_the_list"),
        ("follow_up", "0004_who_did_it"),
        ("platform", "0011_teams_and_training"),
    ]

    operations = [
        migrations.CreateModel(
            name="Exemption",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("state", models.CharField(default="draft", max_length=20)),
                ("scope", models.CharField(max_length=10)),
                ("title", models.CharField(max_length=200)),
                ("regime", models.CharField(max_length=20)),
                ("ground", models.CharField(max_length=60)),
                ("why", models.TextField()),
                ("alternatives", models.TextField()),
                ("value_pence", models.BigIntegerField()),
                ("used_pence", models.BigIntegerField(default=0)),
                ("starts_on", models.DateField()),
                ("ends_before", models.DateField()),
                ("people_affected", models.PositiveIntegerField(null=True)),
                ("request_id", models.UUIDField(null=True)),
                ("paper_id", models.UUIDField(null=True)),
                ("told_on", models.DateField(null=True)),
                ("told_how", models.TextField(blank=True)),
                ("withdrawn_why", models.TextField(blank=True)),
                ("written_by_account", models.UUIDField()),
                ("written_by_name", models.CharField(max_length=200)),
                ("written_at", models.DateTimeField()),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.organisation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Exit",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("state", models.CharField(default="planned", max_length=20)),
                ("cause", models.CharField(max_length=20)),
                ("reason", models.TextField()),
                ("notice_given_on", models.DateField()),
                ("counted", models.CharField(default="calendar", max_length=10)),
                ("notice_days", models.PositiveIntegerField(null=True)),
                ("earliest_last_day", models.DateField(null=True)),
                ("notice_says", models.TextField()),
                ("waived", models.TextField(blank=True)),
                ("last_day", models.DateField()),
                ("people_affected", models.PositiveIntegerField(null=True)),
                ("handover", models.TextField(blank=True)),
                ("data_return", models.TextField(blank=True)),
                ("tupe", models.BooleanField(null=True)),
                ("asked_by_account", models.UUIDField()),
                ("asked_by_name", models.CharField(max_length=200)),
                ("asked_at", models.DateTimeField()),
                ("confirmed_by_account", models.UUIDField(null=True)),
                ("confirmed_by_name", models.CharField(blank=True, max_length=200)),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_by_name", models.CharField(blank=True, max_length=200)),
                ("withdrawn_why", models.TextField(blank=True)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
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
        ),
        migrations.CreateModel(
            name="ExitStep",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                (
                    "exit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="vary.exit",
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
                    "task",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="follow_up.task",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Reliance",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("pence", models.BigIntegerField()),
                ("recorded_by_name", models.CharField(max_length=200)),
                ("recorded_at", models.DateTimeField()),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="contract.agreement",
                    ),
                ),
                (
                    "exemption",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reliances",
                        to="vary.exemption",
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
        ),
        migrations.CreateModel(
            name="Variation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("state", models.CharField(default="draft", max_length=20)),
                (
                    "touches",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), size=None
                    ),
                ),
                ("reason", models.TextField()),
                ("starts_on", models.DateField()),
                ("change_pence", models.BigIntegerField(default=0)),
                ("ends_before", models.DateField(null=True)),
                ("ended_before", models.DateField(null=True)),
                ("scope", models.TextField(blank=True)),
                ("price_effect", models.TextField(blank=True)),
                ("people_effect", models.TextField(blank=True)),
                ("people_affected", models.PositiveIntegerField(null=True)),
                ("notice_days", models.PositiveIntegerField(null=True)),
                ("own_notice_days", models.PositiveIntegerField(null=True)),
                ("payment_terms", models.TextField(blank=True)),
                ("leaving_party", models.UUIDField(null=True)),
                ("new_provider", models.CharField(blank=True, max_length=300)),
                ("new_provider_number", models.CharField(blank=True, max_length=100)),
                ("diligence_on", models.DateField(null=True)),
                ("consent_on", models.DateField(null=True)),
                ("people_told_on", models.DateField(null=True)),
                ("answers", models.JSONField(default=dict)),
                ("ground", models.CharField(blank=True, max_length=60)),
                ("tested", models.JSONField(default=dict)),
                ("request_id", models.UUIDField(null=True)),
                ("our_signatory_name", models.CharField(blank=True, max_length=200)),
                ("our_signed_on", models.DateField(null=True)),
                ("their_signatory_name", models.CharField(blank=True, max_length=200)),
                ("their_signed_on", models.DateField(null=True)),
                ("applied_at", models.DateTimeField(null=True)),
                ("applied_by_name", models.CharField(blank=True, max_length=200)),
                ("withdrawn_why", models.TextField(blank=True)),
                ("written_by_account", models.UUIDField()),
                ("written_by_name", models.CharField(max_length=200)),
                ("written_at", models.DateTimeField()),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
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
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.organisation",
                    ),
                ),
                (
                    "our_signatory",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.officer",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TakingBack",
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
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.organisation",
                    ),
                ),
                (
                    "variation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taken_back",
                        to="vary.variation",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="exemption",
            constraint=models.UniqueConstraint(
                fields=("organisation", "number"), name="exemption_number_is_own"
            ),
        ),
        migrations.AddConstraint(
            model_name="exemption",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["draft", "granted", "withdrawn"]),
                    ("scope__in", ["single", "blanket"]),
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
                    ),
                ),
                name="exemption_words_are_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="exemption",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("title", ""), _negated=True),
                    models.Q(("why", ""), _negated=True),
                    models.Q(("alternatives", ""), _negated=True),
                    models.Q(("ground", ""), _negated=True),
                ),
                name="exemption_says_what_why_and_instead_of_what",
            ),
        ),
        migrations.AddConstraint(
            model_name="exemption",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_before__gt", models.F("starts_on"))),
                name="exemption_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="exemption",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("used_pence__gte", 0),
                    ("value_pence__gt", 0),
                    ("used_pence__lte", models.F("value_pence")),
                ),
                name="exemption_is_never_used_beyond_its_value",
            ),
        ),
        migrations.AddConstraint(
            model_name="exemption",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "granted"), _negated=True),
                    ("request_id__isnull", False),
                    _connector="OR",
                ),
                name="exemption_granted_names_its_approval",
            ),
        ),
        migrations.AddConstraint(
            model_name="exemption",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("told_how", ""), ("told_on", None)),
                    models.Q(("told_on__isnull", False), models.Q(("told_how", ""), _negated=True)),
                    _connector="OR",
                ),
                name="exemption_told_says_when_and_how",
            ),
        ),
        migrations.AddConstraint(
            model_name="exemption",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "withdrawn"), _negated=True),
                    models.Q(("withdrawn_why", ""), _negated=True),
                    _connector="OR",
                ),
                name="exemption_withdrawn_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="exit",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["planned", "confirmed"])),
                fields=("agreement",),
                name="exit_is_planned_once_for_an_agreement",
            ),
        ),
        migrations.AddConstraint(
            model_name="exit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["planned", "confirmed", "ended", "withdrawn"]),
                    (
                        "cause__in",
                        [
                            "term_ends",
                            "we_end_it",
                            "provider_ends_it",
                            "both_agree",
                            "provider_fails",
                        ],
                    ),
                    ("counted__in", ["calendar", "working"]),
                ),
                name="exit_words_are_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="exit",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="exit_says_why"
            ),
        ),
        migrations.AddConstraint(
            model_name="exit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("earliest_last_day", None),
                    ("last_day__gte", models.F("earliest_last_day")),
                    models.Q(("waived", ""), _negated=True),
                    _connector="OR",
                ),
                name="exit_keeps_its_notice_or_says_who_shortened_it",
            ),
        ),
        migrations.AddConstraint(
            model_name="exit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["confirmed", "ended"]), _negated=True),
                    models.Q(
                        ("confirmed_at__isnull", False),
                        ("confirmed_by_account__isnull", False),
                        models.Q(("confirmed_by_name", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="exit_confirmed_names_a_person_and_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="exit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("confirmed_by_account", None),
                    models.Q(("confirmed_by_account", models.F("asked_by_account")), _negated=True),
                    _connector="OR",
                ),
                name="exit_is_confirmed_by_a_second_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="exit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "withdrawn"), _negated=True),
                    models.Q(("withdrawn_why", ""), _negated=True),
                    _connector="OR",
                ),
                name="exit_withdrawn_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="exitstep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "places",
                            "tell",
                            "medicines",
                            "staff",
                            "data",
                            "handover",
                            "money",
                            "other",
                        ],
                    )
                ),
                name="exit_step_is_of_a_known_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="reliance",
            constraint=models.UniqueConstraint(
                fields=("exemption", "agreement"), name="agreement_relies_on_an_exemption_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="reliance",
            constraint=models.CheckConstraint(
                condition=models.Q(("pence__gt", 0)), name="reliance_uses_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="variation",
            constraint=models.UniqueConstraint(
                fields=("agreement", "number"), name="variation_number_is_own"
            ),
        ),
        migrations.AddConstraint(
            model_name="variation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["draft", "approved", "signed", "applied", "withdrawn"])
                ),
                name="variation_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="variation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("touches", []), _negated=True),
                    (
                        "touches__contained_by",
                        [
                            "value",
                            "dates",
                            "scope",
                            "price",
                            "people",
                            "notice",
                            "payment",
                            "provider",
                        ],
                    ),
                    models.Q(("reason", ""), _negated=True),
                ),
                name="variation_says_what_and_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="variation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("touches__contains", ["provider"]), _negated=True),
                    models.Q(
                        models.Q(("new_provider", ""), _negated=True),
                        ("leaving_party__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="variation_that_assigns_names_who_leaves_and_who_comes",
            ),
        ),
        migrations.AddConstraint(
            model_name="variation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["approved", "signed", "applied"]), _negated=True),
                    models.Q(
                        ("request_id__isnull", False), models.Q(("ground", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="variation_approved_names_its_approval_and_ground",
            ),
        ),
        migrations.AddConstraint(
            model_name="variation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["signed", "applied"]), _negated=True),
                    models.Q(
                        ("our_signed_on__isnull", False),
                        ("their_signed_on__isnull", False),
                        models.Q(("our_signatory_name", ""), _negated=True),
                        models.Q(("their_signatory_name", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="variation_signed_names_both_sides",
            ),
        ),
        migrations.AddConstraint(
            model_name="variation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("applied_at__isnull", False), ("state", "applied")),
                    models.Q(models.Q(("state", "applied"), _negated=True), ("applied_at", None)),
                    _connector="OR",
                ),
                name="variation_applied_says_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="variation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "withdrawn"), _negated=True),
                    models.Q(("withdrawn_why", ""), _negated=True),
                    _connector="OR",
                ),
                name="variation_withdrawn_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="takingback",
            constraint=models.UniqueConstraint(
                condition=models.Q(("confirmed_at", None)),
                fields=("variation",),
                name="taking_back_is_asked_for_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="takingback",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="taking_back_says_why"
            ),
        ),
        migrations.AddConstraint(
            model_name="takingback",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("confirmed_by_account", None),
                    models.Q(("confirmed_by_account", models.F("asked_by_account")), _negated=True),
                    _connector="OR",
                ),
                name="taking_back_is_confirmed_by_a_second_person",
            ),
        ),
    ]
