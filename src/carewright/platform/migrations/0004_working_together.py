"""Partnerships, teams, contacts, escalation, cover."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("platform", "0003_shared_counts")]

    operations = []
