"""Briefings with who has read them, accounts of how money was used, grants and undertakings."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contract", "0005_row_security_of_imports"),
        ("keep_to", "0002_row_security"),
        ("platform", "0011_teams_and_training"),
    ]

    operations = [
        migrations.CreateModel(
            name="BriefingVersion",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("buys", models.TextField()),
                ("who_for", models.TextField()),
                ("how_to_refer", models.TextField()),
                ("call_in_hours", models.TextField()),
                ("call_out_of_hours", models.TextField()),
                ("complaint", models.TextField()),
                ("concern", models.TextField()),
                ("challenge", models.TextField()),
                ("afterwards", models.TextField(blank=True)),
                ("record_said", models.JSONField()),
                (
                    "team_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                ("why", models.TextField(blank=True)),
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
            name="BriefingRead",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("officer_name", models.CharField(max_length=200)),
                ("read_at", models.DateTimeField()),
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
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reads",
                        to="keep_to.briefingversion",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="GrantApplication",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("applicant", models.CharField(max_length=300)),
                ("purpose", models.TextField()),
                ("asked_pence", models.BigIntegerField()),
                ("full_cost_pence", models.BigIntegerField()),
                ("overhead_pence", models.BigIntegerField()),
                ("received_on", models.DateField()),
                ("state", models.CharField(default="received", max_length=20)),
                ("decided_on", models.DateField(null=True)),
                ("decided_by_name", models.CharField(blank=True, max_length=200)),
                ("reason", models.TextField(blank=True)),
                ("entered_by_name", models.CharField(max_length=200)),
                ("entered_at", models.DateTimeField()),
                (
                    "agreement",
                    models.ForeignKey(
                        null=True,
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
            name="Statement",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("received_pence", models.BigIntegerField()),
                ("total_pence", models.BigIntegerField()),
                ("unspent_pence", models.BigIntegerField()),
                ("to_return_pence", models.BigIntegerField(default=0)),
                ("returned_on", models.DateField(null=True)),
                (
                    "agreed_overhead_percent",
                    models.DecimalField(decimal_places=2, max_digits=5, null=True),
                ),
                ("accounts_due_on", models.DateField(null=True)),
                ("accounts_received_on", models.DateField(null=True)),
                ("accounts_document_id", models.UUIDField(null=True)),
                ("entered_by_name", models.CharField(max_length=200)),
                ("entered_at", models.DateTimeField()),
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
            name="StatementLine",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("place", models.PositiveSmallIntegerField()),
                ("words", models.CharField(max_length=200)),
                ("pence", models.BigIntegerField()),
                ("is_overhead", models.BooleanField()),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.organisation",
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="keep_to.statement",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="UndertakingCheck",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("undertaking", models.CharField(max_length=80)),
                ("standing", models.CharField(max_length=20)),
                ("told", models.DecimalField(decimal_places=2, max_digits=6, null=True)),
                ("reason", models.TextField(blank=True)),
                ("checked_by_name", models.CharField(max_length=200)),
                ("checked_at", models.DateTimeField()),
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
        migrations.AddConstraint(
            model_name="briefingversion",
            constraint=models.UniqueConstraint(
                fields=("agreement", "number"), name="briefing_version_is_one_of_its_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="briefingversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("number", 1), models.Q(("why", ""), _negated=True), _connector="OR"
                ),
                name="briefing_written_anew_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="briefingversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("complaint", ""), _negated=True),
                    models.Q(("concern", ""), _negated=True),
                    models.Q(("challenge", ""), _negated=True),
                    ("number__gt", 0),
                ),
                name="briefing_says_what_to_do_when_it_goes_wrong",
            ),
        ),
        migrations.AddConstraint(
            model_name="briefingread",
            constraint=models.UniqueConstraint(
                fields=("version", "officer"), name="briefing_is_read_once_by_each"
            ),
        ),
        migrations.AddConstraint(
            model_name="grantapplication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["received", "agreed", "declined"]),
                    models.Q(("applicant", ""), _negated=True),
                    models.Q(("purpose", ""), _negated=True),
                ),
                name="grant_application_says_who_and_what_for",
            ),
        ),
        migrations.AddConstraint(
            model_name="grantapplication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("asked_pence__gt", 0),
                    ("overhead_pence__gte", 0),
                    ("full_cost_pence__gte", models.F("overhead_pence")),
                ),
                name="grant_application_costs_hold_together",
            ),
        ),
        migrations.AddConstraint(
            model_name="grantapplication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("decided_on__isnull", False),
                        ("state__in", ["agreed", "declined"]),
                        models.Q(("reason", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("state__in", ["agreed", "declined"]), _negated=True),
                        ("decided_on", None),
                    ),
                    _connector="OR",
                ),
                name="grant_application_decided_says_when_and_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.UniqueConstraint(
                fields=("agreement", "year"), name="statement_is_one_a_year"
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "unspent_pence",
                        django.db.models.expressions.CombinedExpression(
                            models.F("received_pence"), "-", models.F("total_pence")
                        ),
                    )
                ),
                name="statement_says_what_was_not_used",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("received_pence__gte", 0), ("to_return_pence__gte", 0), ("total_pence__gte", 0)
                ),
                name="statement_amounts_are_not_negative",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("to_return_pence", 0),
                    ("to_return_pence__lte", models.F("unspent_pence")),
                    _connector="OR",
                ),
                name="statement_returns_no_more_than_is_unspent",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("returned_on", None), ("to_return_pence__gt", 0), _connector="OR"
                ),
                name="statement_returned_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("agreed_overhead_percent", None),
                    ("agreed_overhead_percent__range", (0, 100)),
                    _connector="OR",
                ),
                name="statement_overhead_is_a_share",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("accounts_document_id", None),
                    ("accounts_received_on__isnull", False),
                    _connector="OR",
                ),
                name="statement_accounts_came_on_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="statementline",
            constraint=models.UniqueConstraint(
                fields=("statement", "place"), name="statement_line_has_its_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="statementline",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("words", ""), _negated=True), ("pence__gte", 0)),
                name="statement_line_says_what_for",
            ),
        ),
        migrations.AddIndex(
            model_name="undertakingcheck",
            index=models.Index(
                models.F("agreement"),
                models.F("undertaking"),
                models.F("checked_at"),
                name="undertaking_newest",
            ),
        ),
        migrations.AddConstraint(
            model_name="undertakingcheck",
            constraint=models.CheckConstraint(
                condition=models.Q(("standing__in", ["met", "exception", "not_assessed"])),
                name="undertaking_standing_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="undertakingcheck",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("standing", "exception"), _negated=True),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="undertaking_exception_says_why",
            ),
        ),
    ]
