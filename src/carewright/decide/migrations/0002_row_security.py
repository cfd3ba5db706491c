"""Each organisation sees its own schemes and requests; a decision cannot misname whoever asked."""

from django.db import migrations

from carewright.platform.api import ScopeRows

REQUEST = "decide_approvalrequest"


def composite_key(name: str, table: str, columns: str, target: str, targets: str):
    """A key of two columns, so that the second cannot say other than what it points to says."""
    return migrations.RunSQL(
        f"ALTER TABLE {table} ADD CONSTRAINT {name} "
        f"FOREIGN KEY ({columns}) REFERENCES {target} ({targets})",
        f"ALTER TABLE {table} DROP CONSTRAINT {name}",
    )


class Migration(migrations.Migration):
    dependencies = [("decide", "0001_first"), ("platform", "0002_row_security")]

    operations = [
        ScopeRows("scheme"),
        ScopeRows("schemeline", through="decide_scheme", column="scheme_id"),
        ScopeRows("approvalrequest"),
        ScopeRows("step", through=REQUEST, column="request_id"),
        ScopeRows("stepdecision", through=REQUEST, column="request_id"),
        ScopeRows("answer", through=REQUEST, column="request_id"),
        ScopeRows("hold", through=REQUEST, column="request_id"),
        composite_key(
            "step_decision_names_its_requester",
            "decide_stepdecision",
            "request_id, requester_account_id",
            REQUEST,
            "id, requester_account_id",
        ),
        composite_key(
            "step_decision_is_of_its_request",
            "decide_stepdecision",
            "step_id, request_id",
            "decide_step",
            "id, request_id",
        ),
    ]
