"""Each organisation sees its own templates, their words, and what was written from them."""

from django.db import migrations

from carewright.platform.api import ScopeRows


class Migration(migrations.Migration):
    dependencies = [("correspond", "0001_templates"), ("platform", "0002_row_security")]

    operations = [
        ScopeRows("lettertemplate"),
        ScopeRows("templateversion"),
        ScopeRows("letter"),
    ]
