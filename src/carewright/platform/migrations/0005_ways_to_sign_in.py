"""Passkeys, sessions, invitations, groups of the employer's sign-in."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("platform", "0004_working_together")]

    operations = []
