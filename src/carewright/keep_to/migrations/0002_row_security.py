"""Each organisation sees its own obligations, and whatever belongs to them."""

from django.db import migrations

from carewright.platform.api import ScopeRows


class Migration(migrations.Migration):
    dependencies = [("keep_to", "0001_obligations"), ("platform", "0002_row_security")]

    operations = [
        ScopeRows("timetable"),
        ScopeRows("obligation"),
        ScopeRows("obligationchange"),
        ScopeRows("knownfacts"),
    ]
