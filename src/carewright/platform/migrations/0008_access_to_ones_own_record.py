"""Who may see and decide what of a person's record."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("platform", "0007_documents_and_one_effect")]

    operations = []
