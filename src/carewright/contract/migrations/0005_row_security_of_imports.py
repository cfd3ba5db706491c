"""Each organisation sees its own imports, with their suppliers and rows."""

from django.db import migrations

from carewright.platform.api import ScopeRows


class Migration(migrations.Migration):
    dependencies = [("contract", "0004_imported_registers"), ("platform", "0002_row_security")]

    operations = [
        ScopeRows("importbatch"),
        ScopeRows("importsupplier"),
        ScopeRows("importrow"),
    ]
