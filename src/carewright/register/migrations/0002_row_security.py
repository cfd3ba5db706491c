"""Each organisation sees its own files and decisions, and the files that all share."""

from django.db import migrations

from carewright.platform.api import ScopeRows


class Migration(migrations.Migration):
    dependencies = [("register", "0001_facts_and_decisions"), ("platform", "0002_row_security")]

    operations = [
        ScopeRows("dataset", shared=True),
        ScopeRows("datasettable", column="dataset_id", through="register_dataset"),
        ScopeRows("servicereading", shared=True),
        ScopeRows("correction"),
        ScopeRows("publicrundecision"),
        ScopeRows("groupdecision"),
    ]
