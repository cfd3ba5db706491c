"""Registers of which agreements are made; a first day that no file says may stay open."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.text
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contract", "0003_orders_of_the_list"),
        ("platform", "0011_teams_and_training"),
        ("register", "0009_row_security_of_capacity"),
    ]

    operations = [
        migrations.CreateModel(
            name="ImportBatch",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("dataset_id", models.UUIDField()),
                ("sha256", models.CharField(max_length=64)),
                ("file_name", models.CharField(max_length=255)),
                ("state", models.CharField(default="open", max_length=10)),
                ("kind", models.CharField(max_length=30)),
                ("regime", models.CharField(max_length=20)),
                ("read_on", models.DateField()),
                (
                    "absent",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), default=list, size=None
                    ),
                ),
                ("rows_read", models.PositiveIntegerField()),
                ("rows_kept", models.PositiveIntegerField()),
                ("rows_doubtful", models.PositiveIntegerField()),
                ("rows_refused", models.PositiveIntegerField()),
                ("begun_by_name", models.CharField(max_length=200)),
                ("begun_at", models.DateTimeField()),
                ("undone_by_name", models.CharField(blank=True, max_length=200)),
                ("undone_at", models.DateTimeField(null=True)),
                ("undone_reason", models.TextField(blank=True)),
                ("job_id", models.UUIDField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="ImportRow",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("source_row", models.PositiveIntegerField()),
                ("reading", models.CharField(max_length=10)),
                ("state", models.CharField(max_length=10)),
                ("kind", models.CharField(blank=True, max_length=30)),
                ("title", models.CharField(blank=True, max_length=300)),
                ("care", models.CharField(blank=True, max_length=30)),
                ("said", models.JSONField(default=dict)),
                ("doubt", models.TextField(blank=True)),
                ("repeats", models.JSONField(default=list)),
                ("reason", models.TextField(blank=True)),
                ("decided_by_name", models.CharField(blank=True, max_length=200)),
                ("decided_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="ImportSupplier",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=300)),
                (
                    "numbers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), default=list, size=None
                    ),
                ),
                ("postcode", models.CharField(blank=True, max_length=10)),
                ("candidates", models.JSONField(default=list)),
                ("is_open", models.BooleanField()),
                ("provider_number", models.CharField(blank=True, max_length=100)),
                ("provider_name", models.CharField(max_length=300)),
                ("decided_by_name", models.CharField(blank=True, max_length=200)),
                ("decided_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="agreement",
            name="agreement_ends_after_it_starts",
        ),
        migrations.AlterField(
            model_name="agreement",
            name="starts_on",
            field=models.DateField(null=True),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_before", None),
                    ("starts_on", None),
                    ("ends_before__gt", models.F("starts_on")),
                    _connector="OR",
                ),
                name="agreement_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts_on__isnull", False),
                    ("not_in_source__contains", ["starts_on"]),
                    _connector="OR",
                ),
                name="agreement_lacks_a_first_day_only_where_its_file_does",
            ),
        ),
        migrations.AddField(
            model_name="importbatch",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="platform.organisation",
            ),
        ),
        migrations.AddField(
            model_name="importrow",
            name="agreement",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="imported_row",
                to="contract.agreement",
            ),
        ),
        migrations.AddField(
            model_name="importrow",
            name="batch",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="rows",
                to="contract.importbatch",
            ),
        ),
        migrations.AddField(
            model_name="importrow",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="platform.organisation",
            ),
        ),
        migrations.AddField(
            model_name="importsupplier",
            name="batch",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="suppliers",
                to="contract.importbatch",
            ),
        ),
        migrations.AddField(
            model_name="importsupplier",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="platform.organisation",
            ),
        ),
        migrations.AddField(
            model_name="importrow",
            name="supplier",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="rows",
                to="contract.importsupplier",
            ),
        ),
        migrations.AddConstraint(
            model_name="importbatch",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "open")),
                fields=("organisation", "sha256"),
                name="import_of_a_file_stands_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="importbatch",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "rows_read",
                        django.db.models.expressions.CombinedExpression(
                            django.db.models.expressions.CombinedExpression(
                                models.F("rows_kept"), "+", models.F("rows_doubtful")
                            ),
                            "+",
                            models.F("rows_refused"),
                        ),
                    )
                ),
                name="import_loses_no_row",
            ),
        ),
        migrations.AddConstraint(
            model_name="importbatch",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["open", "undone"]),
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
                    ),
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
                name="import_is_in_known_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="importbatch",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state", "open"),
                        ("undone_at", None),
                        ("undone_by_name", ""),
                        ("undone_reason", ""),
                    ),
                    models.Q(
                        ("state", "undone"),
                        ("undone_at__isnull", False),
                        models.Q(("undone_by_name", ""), _negated=True),
                        models.Q(("undone_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="import_undone_says_who_and_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="importsupplier",
            constraint=models.UniqueConstraint(
                models.F("batch"),
                django.db.models.functions.text.Lower("name"),
                models.F("numbers"),
                name="supplier_stands_once_in_an_import",
            ),
        ),
        migrations.AddConstraint(
            model_name="importsupplier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("name", ""), _negated=True),
                    models.Q(("provider_name", ""), _negated=True),
                ),
                name="supplier_imported_has_a_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="importsupplier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_open", True),
                    ("candidates", []),
                    models.Q(("decided_by_name", ""), _negated=True),
                    _connector="OR",
                ),
                name="supplier_matched_says_by_whom",
            ),
        ),
        migrations.AddIndex(
            model_name="importrow",
            index=models.Index(
                models.F("batch"),
                models.F("state"),
                models.F("source_row"),
                name="import_row_in_state",
            ),
        ),
        migrations.AddConstraint(
            model_name="importrow",
            constraint=models.UniqueConstraint(
                fields=("batch", "source_row"), name="import_row_stands_once_in_a_file"
            ),
        ),
        migrations.AddConstraint(
            model_name="importrow",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["asked", "ready", "placed", "put_aside"]),
                    ("reading__in", ["kept", "doubtful", "refused"]),
                ),
                name="import_row_is_in_a_known_state",
            ),
        ),
        migrations.AddConstraint(
            model_name="importrow",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("agreement__isnull", False), ("state", "placed")),
                    models.Q(models.Q(("state", "placed"), _negated=True), ("agreement", None)),
                    _connector="OR",
                ),
                name="import_row_placed_has_its_agreement",
            ),
        ),
        migrations.AddConstraint(
            model_name="importrow",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "put_aside"), _negated=True),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="import_row_put_aside_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="importrow",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reading", "refused"), _negated=True),
                    ("state", "put_aside"),
                    _connector="OR",
                ),
                name="import_row_refused_is_never_placed",
            ),
        ),
    ]
