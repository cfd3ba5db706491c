"""Partners see actions that are shared with them, and from the level "decide" on carry them out."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from carewright.platform.api import ShareRows

TASK = "follow_up_task"


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("follow_up", "0002_row_security"),
        ("platform", "0004_working_together"),
    ]

    operations = [
        migrations.AddField(
            model_name="task",
            name="done_by_account",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="task",
            name="done_by_name",
            field=models.CharField(blank=True, default="", max_length=200),
            preserve_default=False,
        ),
        ShareRows("task", kind="task"),
        ShareRows("evidence", kind="task", through=TASK, column="task_id"),
    ]
