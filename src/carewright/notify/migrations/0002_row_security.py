"""Each organisation sees what its own officers were told."""

from django.db import migrations

from carewright.platform.api import ScopeRows


class Migration(migrations.Migration):
    dependencies = [("notify", "0001_first"), ("platform", "0002_row_security")]

    operations = [ScopeRows("notification")]
