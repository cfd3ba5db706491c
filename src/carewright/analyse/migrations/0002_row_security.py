"""Each organisation sees its own analyses."""

from django.db import migrations

from carewright.platform.api import ScopeRows


class Migration(migrations.Migration):
    dependencies = [("analyse", "0001_analysis_runs"), ("platform", "0002_row_security")]

    operations = [ScopeRows("analysisrun")]
