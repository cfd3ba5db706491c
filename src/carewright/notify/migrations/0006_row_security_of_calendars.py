"""Each organisation sees the calendars of its own officers."""

from django.db import migrations

from carewright.platform.api import ScopeRows


class Migration(migrations.Migration):
    dependencies = [("notify", "0005_calendar")]

    operations = [ScopeRows("subscription"), ScopeRows("calendarentry")]
