"""Rounds of uplifts, their lines, who read them, and what providers answered."""

import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("platform", "0011_teams_and_training"),
    ]

    operations = [
        migrations.CreateModel(
            name="Reading",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("reader_account", models.UUIDField()),
                ("reader_name", models.CharField(max_length=200)),
                ("chosen_by_account", models.UUIDField()),
                ("chosen_by_name", models.CharField(max_length=200)),
                ("chosen_at", models.DateTimeField()),
                ("state", models.CharField(default="waiting", max_length=20)),
                ("answered_at", models.DateTimeField(null=True)),
                ("words", models.TextField(blank=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.organisation",
                    ),
                ),
                (
                    "reader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.officer",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReadLine",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("place", models.PositiveSmallIntegerField()),
                ("reference", models.CharField(max_length=20)),
                ("priced", models.CharField(max_length=500)),
                ("source", models.CharField(max_length=300)),
                ("old_pence", models.BigIntegerField()),
                ("expected_pence", models.BigIntegerField()),
                ("answered_pence", models.BigIntegerField(null=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.organisation",
                    ),
                ),
                (
                    "reading",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="uplift.reading",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Settlement",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("unit", models.CharField(max_length=10)),
                ("rise", models.DecimalField(decimal_places=5, max_digits=7)),
                ("effective_on", models.DateField()),
                ("agreed_on", models.DateField()),
                ("source", models.CharField(max_length=300)),
                ("recorded_by_name", models.CharField(max_length=200)),
                ("recorded_at", models.DateTimeField()),
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
            name="UpliftRound",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("reason", models.TextField()),
                ("effective_on", models.DateField()),
                ("rule", models.JSONField()),
                ("budget_pence", models.BigIntegerField(null=True)),
                ("growth_pence", models.BigIntegerField(default=0)),
                ("savings_pence", models.BigIntegerField(default=0)),
                ("state", models.CharField(default="proposed", max_length=20)),
                ("proposed_by_name", models.CharField(max_length=200)),
                ("proposed_at", models.DateTimeField()),
                ("previewed_by_name", models.CharField(blank=True, max_length=200)),
                ("previewed_at", models.DateTimeField(null=True)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("figures", models.JSONField(default=dict)),
                (
                    "touched_by_accounts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                (
                    "checked_by_accounts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                (
                    "approved_by_accounts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                ("checked_at", models.DateTimeField(null=True)),
                ("request_id", models.UUIDField(null=True)),
                ("applied_by_name", models.CharField(blank=True, max_length=200)),
                ("applied_at", models.DateTimeField(null=True)),
                ("owed_pence", models.BigIntegerField(null=True)),
                ("undo_asked_by_account", models.UUIDField(null=True)),
                ("undo_asked_by_name", models.CharField(blank=True, max_length=200)),
                ("undo_reason", models.TextField(blank=True)),
                ("undone_by_account", models.UUIDField(null=True)),
                ("undone_by_name", models.CharField(blank=True, max_length=200)),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_reason", models.TextField(blank=True)),
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
            name="UpliftProvider",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("key", models.CharField(max_length=300)),
                ("name", models.CharField(max_length=300)),
                ("lines", models.PositiveIntegerField()),
                ("left_out", models.PositiveIntegerField()),
                ("people", models.PositiveIntegerField(null=True)),
                ("main", models.CharField(blank=True, max_length=500)),
                ("main_old_pence", models.BigIntegerField(null=True)),
                ("main_new_pence", models.BigIntegerField(null=True)),
                ("spend_now_pence", models.BigIntegerField()),
                ("effect_pence", models.BigIntegerField()),
                ("below", models.PositiveIntegerField()),
                ("explained", models.PositiveIntegerField()),
                ("shortfall_pence", models.BigIntegerField(default=0)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.organisation",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="providers",
                        to="uplift.upliftround",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="UpliftLine",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("place", models.PositiveIntegerField()),
                ("agreement_id", models.UUIDField()),
                ("reference", models.CharField(max_length=20)),
                ("one_person", models.BooleanField()),
                ("provider_key", models.CharField(max_length=300)),
                ("provider_name", models.CharField(max_length=300)),
                ("priced", models.CharField(max_length=500)),
                ("price_line_id", models.UUIDField()),
                ("new_line_id", models.UUIDField()),
                ("starts_on", models.DateField()),
                ("ends_before", models.DateField(null=True)),
                ("old_pence", models.BigIntegerField()),
                ("new_pence", models.BigIntegerField(null=True)),
                ("source", models.CharField(blank=True, max_length=300)),
                (
                    "left_out",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), default=list, size=None
                    ),
                ),
                ("counted", models.CharField(max_length=20)),
                ("quantity", models.DecimalField(decimal_places=3, max_digits=16)),
                ("spend_now_pence", models.BigIntegerField()),
                ("effect_pence", models.BigIntegerField()),
                ("floor_pence", models.BigIntegerField(null=True)),
                ("floor", models.CharField(max_length=20)),
                ("owed_pence", models.BigIntegerField(null=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.organisation",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="uplift.upliftround",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="reading",
            name="round",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="readings",
                to="uplift.upliftround",
            ),
        ),
        migrations.CreateModel(
            name="ProviderAnswer",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("provider_key", models.CharField(max_length=300)),
                ("provider_name", models.CharField(max_length=300)),
                ("number", models.PositiveSmallIntegerField()),
                ("said", models.CharField(max_length=20)),
                ("said_on", models.DateField()),
                ("answer_by", models.DateField(null=True)),
                ("words", models.TextField(blank=True)),
                ("requested_pence", models.BigIntegerField(null=True)),
                ("recorded_by_name", models.CharField(max_length=200)),
                ("recorded_at", models.DateTimeField()),
                (
                    "evidence",
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
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="uplift.upliftround",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="FloorReason",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("price_line_id", models.UUIDField()),
                ("price_pence", models.BigIntegerField()),
                ("floor_pence", models.BigIntegerField()),
                ("reason", models.TextField()),
                ("signed_by_account", models.UUIDField()),
                ("signed_by_name", models.CharField(max_length=200)),
                ("signed_at", models.DateTimeField()),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.organisation",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="floor_reasons",
                        to="uplift.upliftround",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PaySeen",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("provider_key", models.CharField(max_length=300)),
                ("provider_name", models.CharField(max_length=300)),
                ("pence_an_hour", models.PositiveIntegerField()),
                ("paid_on", models.DateField()),
                ("source", models.CharField(max_length=300)),
                ("recorded_by_name", models.CharField(max_length=200)),
                ("recorded_at", models.DateTimeField()),
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
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["organisation", "provider_key", "paid_on"],
                        name="pay_seen_at_a_provider",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("pence_an_hour__gt", 0), models.Q(("source", ""), _negated=True)
                        ),
                        name="pay_seen_says_where",
                    )
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="payseen",
            trigger=pgtrigger.compiler.Trigger(
                name="pay_seen_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="bb1b792ad85765541f183113e960b214a9473c5c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_pay_seen_stays_32597",
                    table="uplift_payseen",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="readline",
            constraint=models.UniqueConstraint(
                fields=("reading", "place"), name="read_line_has_its_place"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="readline",
            trigger=pgtrigger.compiler.Trigger(
                name="read_line_stays_as_it_was_answered",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answered_pence" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0a136769981461b8da7a25d799e152ba58c36fc5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_read_line_stays_as_it_was_answered_471ed",
                    table="uplift_readline",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="settlement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("unit__in", ["hour", "visit", "day", "night", "week", "session", "one_off"]),
                    models.Q(("name", ""), _negated=True),
                    models.Q(("source", ""), _negated=True),
                    ("rise__gt", -1),
                ),
                name="settlement_says_what_and_where",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="settlement",
            trigger=pgtrigger.compiler.Trigger(
                name="settlement_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="13ad6bc7b18042a9aaaa6fd2b3eb8ddcff33dde3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_settlement_stays_62914",
                    table="uplift_settlement",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="upliftround",
            constraint=models.UniqueConstraint(
                fields=("organisation", "number"), name="uplift_round_number_is_own"
            ),
        ),
        migrations.AddConstraint(
            model_name="upliftround",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "proposed",
                            "previewed",
                            "checked",
                            "approved",
                            "applied",
                            "reversed",
                            "paid",
                            "withdrawn",
                        ],
                    )
                ),
                name="uplift_round_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="upliftround",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reason", ""), _negated=True), ("touched_by_accounts__len__gt", 0)
                ),
                name="uplift_round_says_why_and_whose",
            ),
        ),
        migrations.AddConstraint(
            model_name="upliftround",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state__in", ["applied", "approved", "checked", "paid", "reversed"]),
                        _negated=True,
                    ),
                    ("checked_by_accounts__len__gt", 0),
                    _connector="OR",
                ),
                name="uplift_round_was_read_twice",
            ),
        ),
        migrations.AddConstraint(
            model_name="upliftround",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state__in", ["applied", "approved", "paid", "reversed"]), _negated=True
                    ),
                    models.Q(("approved_by_accounts__len__gt", 0), ("request_id__isnull", False)),
                    _connector="OR",
                ),
                name="uplift_round_was_approved",
            ),
        ),
        migrations.AddConstraint(
            model_name="upliftround",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("checked_by_accounts__overlap", models.F("touched_by_accounts")), _negated=True
                ),
                name="uplift_round_is_read_by_a_second_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="upliftround",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("approved_by_accounts__overlap", models.F("touched_by_accounts")),
                        _negated=True,
                    ),
                    models.Q(
                        ("approved_by_accounts__overlap", models.F("checked_by_accounts")),
                        _negated=True,
                    ),
                ),
                name="uplift_round_is_approved_by_a_third_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="upliftround",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "proposed"),
                    ("state", "withdrawn"),
                    models.Q(
                        models.Q(("digest", ""), _negated=True), ("previewed_at__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="uplift_round_past_its_proposal_was_previewed",
            ),
        ),
        migrations.AddConstraint(
            model_name="upliftround",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("applied_at__isnull", False),
                        ("state__in", ["applied", "reversed", "paid"]),
                    ),
                    models.Q(
                        models.Q(("state__in", ["applied", "reversed", "paid"]), _negated=True),
                        ("applied_at", None),
                    ),
                    _connector="OR",
                ),
                name="uplift_round_applied_says_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="upliftround",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("undone_by_account", None),
                    models.Q(
                        ("undo_asked_by_account__isnull", False),
                        models.Q(
                            ("undone_by_account", models.F("undo_asked_by_account")), _negated=True
                        ),
                    ),
                    _connector="OR",
                ),
                name="uplift_round_is_reversed_by_two_persons",
            ),
        ),
        migrations.AddConstraint(
            model_name="upliftround",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "reversed"), _negated=True),
                    ("undone_by_account__isnull", False),
                    _connector="OR",
                ),
                name="uplift_round_reversed_says_by_whom",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="upliftround",
            trigger=pgtrigger.compiler.Trigger(
                name="uplift_round_forgets_nobody_who_touched_it",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NOT (NEW.touched_by_accounts @> OLD.touched_by_accounts))",
                    func="RAISE EXCEPTION 'Whoever touched a round of uplifts stays named in it';",
                    hash="7196aa97722e47dc0512f5d0dfb03d61a9812b19",
                    operation="UPDATE",
                    pgid="pgtrigger_uplift_round_forgets_nobody_who_touched_it_9be57",
                    table="uplift_upliftround",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="upliftprovider",
            constraint=models.UniqueConstraint(
                fields=("round", "key"), name="uplift_provider_stands_once_in_a_round"
            ),
        ),
        migrations.AddIndex(
            model_name="upliftline",
            index=models.Index(
                fields=["round", "provider_key", "place"], name="uplift_line_of_provider"
            ),
        ),
        migrations.AddConstraint(
            model_name="upliftline",
            constraint=models.UniqueConstraint(
                fields=("round", "price_line_id"), name="uplift_line_stands_once_in_a_round"
            ),
        ),
        migrations.AddConstraint(
            model_name="upliftline",
            constraint=models.UniqueConstraint(
                fields=("round", "place"), name="uplift_line_has_its_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="upliftline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("left_out", []), ("new_pence__isnull", False)),
                    models.Q(("new_pence", None), models.Q(("left_out", []), _negated=True)),
                    _connector="OR",
                ),
                name="uplift_line_has_a_price_or_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="reading",
            constraint=models.UniqueConstraint(
                fields=("round", "number"), name="reading_has_its_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="reading",
            constraint=models.UniqueConstraint(
                condition=models.Q(("answered_at", None)),
                fields=("round",),
                name="reading_is_open_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="reading",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["waiting", "right", "wrong", "sent_back"])),
                name="reading_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="reading",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answered_at", None), ("state", "waiting")),
                    models.Q(
                        models.Q(("state", "waiting"), _negated=True),
                        ("answered_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="reading_answered_says_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="reading",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("reader_account", models.F("chosen_by_account")), _negated=True
                ),
                name="reading_is_by_a_second_person",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reading",
            trigger=pgtrigger.compiler.Trigger(
                name="reading_stays_as_it_was_answered",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answered_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="fc3e7505ceb72d277a954d548066c2918f755f13",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_reading_stays_as_it_was_answered_39e0b",
                    table="uplift_reading",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="provideranswer",
            constraint=models.UniqueConstraint(
                fields=("round", "provider_key", "number"), name="provider_answer_has_its_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="provideranswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("said__in", ["sent", "accepted", "disputed", "settled"])),
                name="provider_said_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="provideranswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("said__in", ["sent", "accepted"]),
                    models.Q(("words", ""), _negated=True),
                    _connector="OR",
                ),
                name="provider_dispute_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="provideranswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("said", "sent"), _negated=True),
                    ("answer_by__isnull", False),
                    _connector="OR",
                ),
                name="provider_asked_has_a_day_to_answer",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provideranswer",
            trigger=pgtrigger.compiler.Trigger(
                name="provider_answer_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="cfa45a7351329ff8482ebe01caf2b37f8c7c272a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_provider_answer_stays_84108",
                    table="uplift_provideranswer",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="floorreason",
            constraint=models.UniqueConstraint(
                fields=("round", "price_line_id", "price_pence"),
                name="floor_reason_is_signed_once_a_price",
            ),
        ),
        migrations.AddConstraint(
            model_name="floorreason",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reason", ""), _negated=True),
                    ("price_pence__lt", models.F("floor_pence")),
                ),
                name="floor_reason_says_why_below",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="floorreason",
            trigger=pgtrigger.compiler.Trigger(
                name="floor_reason_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c9a84bbac33082920a21fa680e5121f4111f4d87",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_floor_reason_stays_edd61",
                    table="uplift_floorreason",
                    when="BEFORE",
                ),
            ),
        ),
    ]
