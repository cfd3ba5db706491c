"""Each organisation sees its own rounds of uplifts, and whatever belongs to them."""

from django.db import migrations

from carewright.platform.api import ScopeRows


class Migration(migrations.Migration):
    dependencies = [("uplift", "0001_rounds"), ("platform", "0002_row_security")]

    operations = [
        ScopeRows("upliftround"),
        ScopeRows("upliftline"),
        ScopeRows("upliftprovider"),
        ScopeRows("reading"),
        ScopeRows("readline"),
        ScopeRows("provideranswer"),
        ScopeRows("floorreason"),
        ScopeRows("payseen"),
        ScopeRows("settlement"),
    ]
