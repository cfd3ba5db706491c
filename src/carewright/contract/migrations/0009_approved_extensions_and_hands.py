"""An extension is taken with its approval; whoever touched an agreement stays named."""

import django.contrib.postgres.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contract", "0008_papers_of_placements"),
    ]

    operations = [
        migrations.AddField(
            model_name="agreement",
            name="touched_by_accounts",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.UUIDField(), default=list, size=None
            ),
        ),
        migrations.AddField(
            model_name="extensionoption",
            name="ended_before",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="extensionoption",
            name="request_id",
            field=models.UUIDField(null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agreement",
            trigger=pgtrigger.compiler.Trigger(
                name="agreement_forgets_nobody_who_touched_it",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NOT (NEW.touched_by_accounts @> OLD.touched_by_accounts))",
                    func="RAISE EXCEPTION 'Whoever touched an agreement stays named in it';",
                    hash="1bdc09c2f9bf9802188bee40d613df5e29377635",
                    operation="UPDATE",
                    pgid="pgtrigger_agreement_forgets_nobody_who_touched_it_1a50a",
                    table="contract_agreement",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="extensionoption",
            trigger=pgtrigger.compiler.Trigger(
                name="extension_is_taken_with_its_approval",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.state <> 'taken' AND NEW.state = 'taken' AND NEW.request_id IS NULL)",
                    func="RAISE EXCEPTION 'An extension is taken once somebody has approved it';",
                    hash="734d350734f09b95b9afdd6c4207055d9d31bbe3",
                    operation="UPDATE",
                    pgid="pgtrigger_extension_is_taken_with_its_approval_a1135",
                    table="contract_extensionoption",
                    when="BEFORE",
                ),
            ),
        ),
    ]
