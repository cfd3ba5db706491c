"""Places of events, checkpoints, and where they were left."""

import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [("platform", "0006_leaves_of_the_record")]

    operations = [
        migrations.CreateModel(
            name="Deposit",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("organisation_id", models.UUIDField(null=True)),
                ("checkpoint_number", models.BigIntegerField()),
                ("note", models.TextField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("folder", "In a folder"),
                            ("mail", "By e-mail"),
                            ("organisation", "With an organisation"),
                        ],
                        max_length=20,
                    ),
                ),
                ("left_with", models.CharField(max_length=300)),
                ("by_name", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["folder", "mail", "organisation"])),
                        name="deposit_kind_is_known",
                    ),
                    models.UniqueConstraint(
                        fields=("checkpoint_number", "kind", "left_with"),
                        name="deposit_is_made_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Leaf",
            fields=[
                ("place", models.BigIntegerField(primary_key=True, serialize=False)),
                ("event_id", models.UUIDField()),
                ("hash", models.BinaryField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("event_id",), name="leaf_event_is_sealed_once"),
                    models.CheckConstraint(
                        condition=models.Q(("place__gte", 0)), name="leaf_places_count_from_nought"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Node",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("level", models.PositiveSmallIntegerField()),
                ("place", models.BigIntegerField()),
                ("hash", models.BinaryField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("level", "place"), name="node_stands_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Verification",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("at", models.DateTimeField()),
                ("by_name", models.CharField(max_length=200)),
                ("whole", models.BooleanField()),
                ("events", models.BigIntegerField()),
                ("sealed", models.BigIntegerField()),
                ("unsealed", models.BigIntegerField()),
                ("checkpoints", models.BigIntegerField()),
                ("witnesses", models.JSONField(default=list)),
                ("findings", models.JSONField(default=list)),
                ("findings_count", models.BigIntegerField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("findings_count", 0), ("whole", True)),
                            models.Q(("findings_count__gt", 0), ("whole", False)),
                            _connector="OR",
                        ),
                        name="verification_whole_means_nothing_found",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Checkpoint",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                ("size", models.BigIntegerField()),
                ("root", models.BinaryField()),
                ("peaks", models.BinaryField()),
                ("note", models.TextField()),
                ("finished_before", models.BigIntegerField()),
                ("cluster", models.CharField(max_length=40)),
                ("sealed_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("size",), name="checkpoint_each_is_larger"),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1), ("size__gte", 1)),
                        name="checkpoint_seals_something",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="checkpoint",
            trigger=pgtrigger.compiler.Trigger(
                name="never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ca6b0883e2cdf783bc61bb317461989251c03bf0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_never_changed_1e55b",
                    table="attest_checkpoint",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="checkpoint",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'What seals the record is never emptied';",
                    hash="6e3d9cd5a5420bddc8f4c2e014c972534d9212a9",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_6657a",
                    table="attest_checkpoint",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deposit",
            trigger=pgtrigger.compiler.Trigger(
                name="never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3c165ddf9adca62d4b744171622337264ce9010c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_never_changed_2fdf6",
                    table="attest_deposit",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deposit",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'What seals the record is never emptied';",
                    hash="786cd9cdfa6f8ac923aa9dde7617071757f4925b",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_6c2ee",
                    table="attest_deposit",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="leaf",
            trigger=pgtrigger.compiler.Trigger(
                name="never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c0b8a92997044663a80dc12e58fa6398dd4635a2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_never_changed_47a0f",
                    table="attest_leaf",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="leaf",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'What seals the record is never emptied';",
                    hash="ebf83c8acb1a7374de2be9c19b88efef5afe2008",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_1afeb",
                    table="attest_leaf",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="node",
            trigger=pgtrigger.compiler.Trigger(
                name="never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="77d7224615ddc2239f04a5830ddd3f29f82b8265",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_never_changed_25de9",
                    table="attest_node",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="node",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'What seals the record is never emptied';",
                    hash="b3c60751f27e732ef754e7f3fc2298c4259ce011",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_6edec",
                    table="attest_node",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="verification",
            trigger=pgtrigger.compiler.Trigger(
                name="never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e68397be9eece66b24b83d8a6920eb73babcc281",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_never_changed_d676c",
                    table="attest_verification",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="verification",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'What seals the record is never emptied';",
                    hash="f6b883a7fd66168ae5631304925084ed17041789",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_0ca41",
                    table="attest_verification",
                    when="BEFORE",
                ),
            ),
        ),
    ]
