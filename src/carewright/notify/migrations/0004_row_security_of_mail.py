"""Each organisation sees the mails and the choices of its own officers."""

from django.db import migrations

from carewright.platform.api import ScopeRows


class Migration(migrations.Migration):
    dependencies = [("notify", "0003_mail")]

    operations = [ScopeRows("delivery"), ScopeRows("preference")]
