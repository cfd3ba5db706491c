"""Each organisation sees its own agreements, and whatever belongs to them."""

from django.db import migrations

from carewright.platform.api import ScopeRows


class Migration(migrations.Migration):
    dependencies = [("contract", "0001_agreements"), ("platform", "0002_row_security")]

    operations = [
        ScopeRows("agreement"),
        ScopeRows("party"),
        ScopeRows("agreementservice"),
        ScopeRows("priceline"),
        ScopeRows("signature"),
        ScopeRows("extensionoption"),
        ScopeRows("reversal"),
        ScopeRows("caregoeson"),
    ]
