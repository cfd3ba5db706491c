"""What sealing needs of an event."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("platform", "0005_ways_to_sign_in")]

    operations = []
