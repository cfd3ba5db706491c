"""Versions of documents, who read them, and one effect per intent."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("platform", "0006_leaves_of_the_record")]

    operations = []
