"""Whoever consent or law lets see a record sees those parts of it that they were given."""

from django.db import migrations

from carewright.platform.api import ShowToOwnAccess

DECISIONS = "kind IN ('assessment', 'support_plan', 'budget_set', 'review')"


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0005_looks_by_consent_or_law"),
        ("platform", "0008_access_to_ones_own_record"),
    ]

    operations = [
        ShowToOwnAccess("person", column="id", part="record"),
        ShowToOwnAccess("look", column="person_id", part="looks"),
        ShowToOwnAccess("activity", column="person_id", part="support", only=f"NOT ({DECISIONS})"),
        ShowToOwnAccess("activity", column="person_id", part="decisions", only=f"({DECISIONS})"),
    ]
