"""Papers and what stands in them are seen by their own organisation."""

from django.db import migrations

from carewright.platform.api import ScopeRows


class Migration(migrations.Migration):
    dependencies = [("govern", "0001_papers"), ("platform", "0002_row_security")]

    operations = [
        ScopeRows("paper"),
        ScopeRows("consultation"),
        ScopeRows("backgroundpaper"),
        ScopeRows("assessment"),
    ]
