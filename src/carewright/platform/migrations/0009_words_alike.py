"""Likeness of words, for a search that forgives a slip of the finger."""

from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("platform", "0008_access_to_ones_own_record")]

    operations = [TrigramExtension()]
