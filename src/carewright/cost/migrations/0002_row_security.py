"""Each organisation sees the costs that were returned to it, and nobody else's."""

from django.db import migrations

from carewright.platform.api import ScopeRows


class Migration(migrations.Migration):
    dependencies = [("cost", "0001_returns"), ("platform", "0002_row_security")]

    operations = [ScopeRows("costreturn"), ScopeRows("returnedline")]
