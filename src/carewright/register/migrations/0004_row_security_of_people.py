"""People, looks at their records and what happened to them belong to one organisation each."""

from django.db import migrations

from carewright.platform.api import ScopeRows

LEDGERS = "register_opening, register_look, register_activity"


class Migration(migrations.Migration):
    dependencies = [("register", "0003_people_and_activity")]

    operations = [
        ScopeRows("person"),
        ScopeRows("opening"),
        ScopeRows("look"),
        ScopeRows("activity"),
        migrations.RunSQL(
            f"REVOKE UPDATE, DELETE, TRUNCATE ON {LEDGERS} FROM carewright_web",
            f"GRANT UPDATE, DELETE ON {LEDGERS} TO carewright_web",
        ),
    ]
