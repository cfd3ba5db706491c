"""What a second person has read stays as it was read, past the actions too."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("uplift", "0003_what_answers_are_about"),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name="upliftline",
            trigger=pgtrigger.compiler.Trigger(
                name="uplift_line_keeps_its_prices",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((NEW.round_id, NEW.price_line_id, NEW.new_line_id, NEW.old_pence) <> (OLD.round_id, OLD.price_line_id, OLD.new_line_id, OLD.old_pence) OR NEW.new_pence IS DISTINCT FROM OLD.new_pence)",
                    func="RAISE EXCEPTION 'A line of a round keeps its prices; preview it anew';",
                    hash="4a464ea0924427a46aca4d0185e8ae1b03f09275",
                    operation="UPDATE",
                    pgid="pgtrigger_uplift_line_keeps_its_prices_76832",
                    table="uplift_upliftline",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="upliftline",
            trigger=pgtrigger.compiler.Trigger(
                name="uplift_line_comes_before_reading",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT 1 FROM uplift_upliftround AS whole\n        WHERE whole.state IN ('applied', 'approved', 'checked', 'paid', 'reversed') AND whole.id IN (SELECT round_id FROM lines)\n    ) THEN\n        RAISE EXCEPTION 'A round of uplifts that was read keeps its lines';\n    END IF;\n    RETURN NULL;\n",
                    hash="96c4bb314a59534a7cb73fa7c9884e6bbf0982d9",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_uplift_line_comes_before_reading_78954",
                    referencing="REFERENCING NEW TABLE AS lines ",
                    table="uplift_upliftline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="upliftline",
            trigger=pgtrigger.compiler.Trigger(
                name="uplift_line_goes_before_reading",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT 1 FROM uplift_upliftround AS whole\n        WHERE whole.state IN ('applied', 'approved', 'checked', 'paid', 'reversed') AND whole.id IN (SELECT round_id FROM lines)\n    ) THEN\n        RAISE EXCEPTION 'A round of uplifts that was read keeps its lines';\n    END IF;\n    RETURN NULL;\n",
                    hash="9c3747811443e61684703304a743553a82b0c6f9",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_uplift_line_goes_before_reading_9828d",
                    referencing="REFERENCING OLD TABLE AS lines ",
                    table="uplift_upliftline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="upliftround",
            trigger=pgtrigger.compiler.Trigger(
                name="uplift_round_stays_as_it_was_read",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.state IN ('applied', 'approved', 'checked', 'paid', 'reversed') AND NEW.state IN ('applied', 'approved', 'checked', 'paid', 'reversed') AND (NEW.rule <> OLD.rule OR NEW.effective_on <> OLD.effective_on OR NEW.digest <> OLD.digest))",
                    func="RAISE EXCEPTION 'A round of uplifts that was read stays as it was read';",
                    hash="285b7dfd688a031cc35bc65a875bd45783063078",
                    operation="UPDATE",
                    pgid="pgtrigger_uplift_round_stays_as_it_was_read_b9f67",
                    table="uplift_upliftround",
                    when="BEFORE",
                ),
            ),
        ),
    ]
