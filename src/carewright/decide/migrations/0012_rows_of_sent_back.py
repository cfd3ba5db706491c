"""Each organisation sees what came back of its own, and partners what they may decide again."""

from django.db import migrations

from carewright.platform.api import ScopeRows, ShareRows

REQUEST = "decide_approvalrequest"


class Migration(migrations.Migration):
    dependencies = [("decide", "0011_sent_back")]

    operations = [
        ScopeRows("reconsideration", through=REQUEST, column="request_id"),
        ShareRows("reconsideration", kind="approval", through=REQUEST, column="request_id"),
    ]
