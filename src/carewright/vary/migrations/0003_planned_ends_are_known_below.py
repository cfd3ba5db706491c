"""An agreement whose end was planned before is ended by nothing but its plan either."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("vary", "0002_row_security"),
        ("contract", "0006_who_left_and_what_a_plan_ends"),
    ]

    operations = [
        migrations.RunSQL(
            """
            UPDATE contract_agreement SET exit_planned = true
            WHERE id IN (
                SELECT agreement_id FROM vary_exit WHERE state IN ('planned', 'confirmed')
            )
            """,
            migrations.RunSQL.noop,
        )
    ]
