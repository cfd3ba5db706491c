"""Each organisation sees its own briefings, statements and grants."""

from django.db import migrations

from carewright.platform.api import ScopeRows


class Migration(migrations.Migration):
    dependencies = [("keep_to", "0003_briefings_statements_grants")]

    operations = [
        ScopeRows("briefingversion"),
        ScopeRows("briefingread"),
        ScopeRows("statement"),
        ScopeRows("statementline"),
        ScopeRows("grantapplication"),
        ScopeRows("undertakingcheck"),
    ]
