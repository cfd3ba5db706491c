"""Each organisation sees its own uses of urgent powers."""

from django.db import migrations

from carewright.platform.api import ScopeRows


class Migration(migrations.Migration):
    dependencies = [("decide", "0003_urgent_power")]

    operations = [ScopeRows("urgentuse", through="decide_approvalrequest", column="request_id")]
