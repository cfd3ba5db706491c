"""Scrutiny and meetings are seen by their own organisation."""

from django.db import migrations

from carewright.platform.api import ScopeRows


class Migration(migrations.Migration):
    dependencies = [("govern", "0003_scrutiny_and_meetings"), ("platform", "0002_row_security")]

    operations = [
        ScopeRows("scrutiny"),
        ScopeRows("question"),
        ScopeRows("answer"),
        ScopeRows("body"),
        ScopeRows("meeting"),
        ScopeRows("agendaitem"),
    ]
