"""Each organisation sees its own findings, actions, plans and reviews."""

from django.db import migrations

from carewright.platform.api import ScopeRows


class Migration(migrations.Migration):
    dependencies = [("follow_up", "0001_first"), ("platform", "0002_row_security")]

    operations = [
        ScopeRows("review"),
        ScopeRows("phase", column="review_id", through="follow_up_review"),
        ScopeRows("plan"),
        ScopeRows("planimport"),
        ScopeRows("task"),
        ScopeRows("evidence", column="task_id", through="follow_up_task"),
        ScopeRows("duechange", column="task_id", through="follow_up_task"),
        ScopeRows("escalation", column="task_id", through="follow_up_task"),
        ScopeRows("comparedfindings", column="task_id", through="follow_up_task"),
    ]
