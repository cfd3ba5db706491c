"""What is asked for counts together; who signs is held against the scheme; reliances add up."""

import django.contrib.postgres.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contract", "0009_approved_extensions_and_hands"),
        ("platform", "0011_teams_and_training"),
        ("vary", "0004_papers_of_placements"),
    ]

    operations = [
        migrations.AddField(
            model_name="variation",
            name="asked_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="variation",
            name="our_authority",
            field=models.CharField(blank=True, max_length=10),
        ),
        migrations.AddField(
            model_name="variation",
            name="our_authority_says",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="variation",
            name="our_reason",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="variation",
            name="touched_by_accounts",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.UUIDField(), default=list, size=None
            ),
        ),
        migrations.AddField(
            model_name="variation",
            name="worth_pence",
            field=models.BigIntegerField(default=0),
        ),
        # What was asked for before is worth the change that it says.
        migrations.RunSQL(
            "UPDATE vary_variation SET worth_pence = change_pence", migrations.RunSQL.noop
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reliance",
            trigger=pgtrigger.compiler.Trigger(
                name="reliance_uses_what_was_granted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    UPDATE vary_exemption SET used_pence = used_pence + NEW.pence\n                        WHERE id = NEW.exemption_id AND state = 'granted';\n                    IF NOT FOUND THEN\n                        RAISE EXCEPTION USING\n                            ERRCODE = 'check_violation',\n                            MESSAGE = 'Nobody relies on what was not granted';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="f5f0c4e447406ec01b5c355023783df1ce11f82a",
                    operation="INSERT",
                    pgid="pgtrigger_reliance_uses_what_was_granted_538f9",
                    table="vary_reliance",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reliance",
            trigger=pgtrigger.compiler.Trigger(
                name="reliance_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6a1e63522e445b1a3f80cb361c78d1e93205b97a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_reliance_stays_94117",
                    table="vary_reliance",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="variation",
            trigger=pgtrigger.compiler.Trigger(
                name="variation_forgets_nobody_who_touched_it",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NOT (NEW.touched_by_accounts @> OLD.touched_by_accounts))",
                    func="RAISE EXCEPTION 'Whoever touched a variation stays named in it';",
                    hash="5c58cf4ec35aa52a0fe3c7d38d51c33af9ac33ef",
                    operation="UPDATE",
                    pgid="pgtrigger_variation_forgets_nobody_who_touched_it_add4f",
                    table="vary_variation",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="variation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("our_authority", "lacked"), _negated=True),
                    models.Q(("our_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="variation_signed_without_authority_says_why",
            ),
        ),
    ]
