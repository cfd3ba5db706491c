"""Each organisation sees what was reported to it of capacity, and nobody else's."""

from django.db import migrations

from carewright.platform.api import ScopeRows


class Migration(migrations.Migration):
    dependencies = [("register", "0008_capacity_reported")]

    operations = [ScopeRows("capacityreport")]
