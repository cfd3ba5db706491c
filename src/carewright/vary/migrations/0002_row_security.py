"""Each organisation sees its own changes of agreements, and its own exemptions."""

from django.db import migrations

from carewright.platform.api import ScopeRows


class Migration(migrations.Migration):
    dependencies = [("vary", "0001_changes"), ("platform", "0002_row_security")]

    operations = [
        ScopeRows("variation"),
        ScopeRows("takingback"),
        ScopeRows("exit"),
        ScopeRows("exitstep"),
        ScopeRows("exemption"),
        ScopeRows("reliance"),
    ]
