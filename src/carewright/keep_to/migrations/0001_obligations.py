"""What agreements oblige to, its history, when it was worked out, and what is known beside them."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("contract", "0003_orders_of_the_list"),
        ("platform", "0011_teams_and_training"),
    ]

    operations = [
        migrations.CreateModel(
            name="Obligation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("rule", models.CharField(max_length=80)),
                ("nth", models.PositiveSmallIntegerField()),
                ("words", models.TextField()),
                ("who", models.CharField(max_length=200)),
                ("evidence", models.TextField(blank=True)),
                ("basis", models.CharField(max_length=20)),
                ("sense", models.CharField(max_length=20)),
                ("counts_from", models.CharField(max_length=40)),
                ("event_on", models.DateField(null=True)),
                ("last_day", models.DateField(null=True)),
                ("due_at", models.DateTimeField(null=True)),
                ("when", models.TextField()),
                ("because", models.TextField(blank=True)),
                ("source", models.TextField()),
                ("verified", models.BooleanField()),
                ("handed_on", models.BooleanField(default=False)),
                ("state", models.CharField(default="due", max_length=20)),
                ("settled_on", models.DateField(null=True)),
                ("settled_words", models.TextField(blank=True)),
                ("document_id", models.UUIDField(null=True)),
                ("settled_by_name", models.CharField(blank=True, max_length=200)),
                ("settled_at", models.DateTimeField(null=True)),
                ("told_for", models.DateField(null=True)),
                ("first_at", models.DateTimeField()),
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
                (
                    "owner",
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
            name="ObligationChange",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("day_before", models.DateField(null=True)),
                ("day_after", models.DateField(null=True)),
                ("why", models.TextField()),
                ("by_name", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
                (
                    "obligation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="keep_to.obligation",
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
            name="Timetable",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("facts_sha256", models.CharField(blank=True, max_length=64)),
                ("worked_out_on", models.DateField(null=True)),
                ("worked_out_at", models.DateTimeField(null=True)),
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
            name="KnownFacts",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("route", models.CharField(max_length=20, null=True)),
                ("light_touch", models.BooleanField(null=True)),
                ("user_choice", models.BooleanField(null=True)),
                ("indicators_set", models.BooleanField(null=True)),
                ("advertised", models.BooleanField(null=True)),
                ("procurement_began_on", models.DateField(null=True)),
                ("invited_on", models.DateField(null=True)),
                ("award_notice_on", models.DateField(null=True)),
                ("awarded_on", models.DateField(null=True)),
                ("entered_on", models.DateField(null=True)),
                ("price_review_on", models.DateField(null=True)),
                ("insurance_ends_before", models.DateField(null=True)),
                ("accounts_year_ends_on", models.DateField(null=True)),
                ("visits_a_year", models.PositiveSmallIntegerField(null=True)),
                ("said_by_name", models.CharField(max_length=200)),
                ("said_at", models.DateTimeField()),
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
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agreement",), name="known_facts_are_one_an_agreement"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("route", None),
                            (
                                "route__in",
                                [
                                    "competition",
                                    "direct",
                                    "urgent",
                                    "psr_direct_a",
                                    "psr_direct_b",
                                    "psr_direct_c",
                                    "psr_most_suitable",
                                    "psr_competitive",
                                    "psr_urgent",
                                ],
                            ),
                            _connector="OR",
                        ),
                        name="known_route_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("visits_a_year", None),
                            ("visits_a_year__range", (0, 52)),
                            _connector="OR",
                        ),
                        name="known_visits_are_possible",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="obligation",
            index=models.Index(
                models.F("organisation"),
                models.F("state"),
                models.F("due_at"),
                models.F("id"),
                name="obligation_by_day",
            ),
        ),
        migrations.AddIndex(
            model_name="obligation",
            index=models.Index(
                models.F("agreement"), models.F("due_at"), name="obligation_of_agreement"
            ),
        ),
        migrations.AddIndex(
            model_name="obligation",
            index=models.Index(
                models.F("owner"),
                models.F("due_at"),
                condition=models.Q(("state", "due")),
                name="obligation_whose",
            ),
        ),
        migrations.AddConstraint(
            model_name="obligation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["done", "not_needed"]), _negated=True),
                fields=("agreement", "rule", "nth"),
                name="obligation_stands_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="obligation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["due", "earlier", "done", "not_needed", "replaced"]),
                    ("nth__gt", 0),
                ),
                name="obligation_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="obligation",
            constraint=models.CheckConstraint(
                condition=models.Q(("due_at", None), ("last_day__isnull", False), _connector="OR"),
                name="obligation_due_has_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="obligation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("settled_at__isnull", False),
                        ("settled_on__isnull", False),
                        ("state__in", ["done", "not_needed"]),
                        models.Q(("settled_by_name", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("state__in", ["done", "not_needed"]), _negated=True),
                        ("settled_at", None),
                        ("settled_on", None),
                    ),
                    _connector="OR",
                ),
                name="obligation_settled_says_when_and_by_whom",
            ),
        ),
        migrations.AddConstraint(
            model_name="obligation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "done"), _negated=True),
                    models.Q(("settled_words", ""), _negated=True),
                    ("document_id__isnull", False),
                    _connector="OR",
                ),
                name="obligation_done_has_evidence",
            ),
        ),
        migrations.AddConstraint(
            model_name="obligation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "not_needed"), _negated=True),
                    models.Q(("settled_words", ""), _negated=True),
                    _connector="OR",
                ),
                name="obligation_not_needed_says_why",
            ),
        ),
        migrations.AddIndex(
            model_name="obligationchange",
            index=models.Index(
                models.F("obligation"), models.F("at"), name="obligation_change_order"
            ),
        ),
        migrations.AddConstraint(
            model_name="obligationchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "moved",
                            "reworded",
                            "replaced",
                            "returned",
                            "handed_on",
                            "done",
                            "not_needed",
                            "taken_back",
                        ],
                    ),
                    models.Q(("why", ""), _negated=True),
                ),
                name="obligation_change_says_what_and_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="timetable",
            constraint=models.UniqueConstraint(
                fields=("agreement",), name="timetable_is_one_an_agreement"
            ),
        ),
    ]
