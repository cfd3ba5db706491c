"""Directions of a joint board, and what the directed body says to them."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("govern", "0006_minutes_of_an_agenda"),
        ("platform", "0011_teams_and_training"),
    ]

    operations = [
        migrations.CreateModel(
            name="Direction",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("title", models.CharField(max_length=200)),
                ("to_name", models.CharField(max_length=200)),
                ("text", models.TextField()),
                ("functions", models.TextField()),
                ("money_pence", models.BigIntegerField()),
                ("payment", models.TextField()),
                ("starts_on", models.DateField()),
                ("ends_before", models.DateField(null=True)),
                ("request_id", models.UUIDField()),
                ("rests_on", models.CharField(max_length=300)),
                ("replaces_how", models.CharField(blank=True, max_length=20)),
                ("state", models.CharField(default="draft", max_length=20)),
                ("written_by_name", models.CharField(max_length=200)),
                ("written_at", models.DateTimeField()),
                ("issued_by_name", models.CharField(blank=True, max_length=200)),
                ("issued_at", models.DateTimeField(null=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.organisation",
                    ),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="govern.direction",
                    ),
                ),
                (
                    "to",
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
                        fields=("organisation", "number"),
                        name="direction_number_once_in_an_organisation",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["draft", "issued", "superseded", "revoked"])
                        ),
                        name="direction_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("issued_at", None), ("issued_by_name", ""), ("state", "draft")
                            ),
                            models.Q(
                                models.Q(("state", "draft"), _negated=True),
                                ("issued_at__isnull", False),
                                models.Q(("issued_by_name", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="direction_issued_names_a_person_and_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("text", ""), _negated=True),
                            models.Q(("functions", ""), _negated=True),
                            models.Q(("to_name", ""), _negated=True),
                            models.Q(("rests_on", ""), _negated=True),
                        ),
                        name="direction_says_what_to_whom_on_what",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("money_pence__gte", 0)),
                        name="direction_money_is_not_negative",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_before", None),
                            ("ends_before__gt", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="direction_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("replaces", None), ("replaces_how", "")),
                            models.Q(
                                ("replaces__isnull", False),
                                ("replaces_how__in", ["supersedes", "revokes"]),
                            ),
                            _connector="OR",
                        ),
                        name="direction_says_how_it_replaces",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("issued_at__isnull", False)),
                        fields=("replaces",),
                        name="direction_is_replaced_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DirectionNote",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("text", models.TextField(blank=True)),
                ("said_by_name", models.CharField(max_length=200)),
                ("said_at", models.DateTimeField()),
                (
                    "direction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
                        to="govern.direction",
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
                        condition=models.Q(
                            ("kind", "acknowledged"),
                            models.Q(("kind", "progress"), models.Q(("text", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="direction_note_kind_is_known_and_progress_has_words",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "acknowledged")),
                        fields=("direction",),
                        name="direction_is_acknowledged_once",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="direction",
            trigger=pgtrigger.compiler.Trigger(
                name="direction_never_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="800bae4ba706d62cbb2049386247fa9dca8a2627",
                    operation="DELETE",
                    pgid="pgtrigger_direction_never_deleted_343b8",
                    table="govern_direction",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="direction",
            trigger=pgtrigger.compiler.Trigger(
                name="direction_stays_as_issued",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.issued_at IS NOT NULL AND ((OLD.organisation_id, OLD.number, OLD.title, OLD.to_id, OLD.to_name, OLD.text, OLD.functions, OLD.money_pence, OLD.payment, OLD.starts_on, OLD.ends_before, OLD.request_id, OLD.rests_on, OLD.replaces_id, OLD.replaces_how, OLD.issued_by_name, OLD.issued_at) IS DISTINCT FROM (NEW.organisation_id, NEW.number, NEW.title, NEW.to_id, NEW.to_name, NEW.text, NEW.functions, NEW.money_pence, NEW.payment, NEW.starts_on, NEW.ends_before, NEW.request_id, NEW.rests_on, NEW.replaces_id, NEW.replaces_how, NEW.issued_by_name, NEW.issued_at)))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="f7af22cceb43078e6ffdac25feabf38f05fd3fc2",
                    operation="UPDATE",
                    pgid="pgtrigger_direction_stays_as_issued_bb6a8",
                    table="govern_direction",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="directionnote",
            trigger=pgtrigger.compiler.Trigger(
                name="direction_note_stays_as_said",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="427391bc44b4c369fcf01ab957d88e7a5e331d95",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_direction_note_stays_as_said_f0e7b",
                    table="govern_directionnote",
                    when="BEFORE",
                ),
            ),
        ),
    ]
