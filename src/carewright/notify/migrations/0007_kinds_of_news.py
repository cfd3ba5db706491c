"""News is of a kind that its sender named; what was told before is given the kind it had."""

from django.db import migrations, models

NAME_THE_KINDS = """
    UPDATE notify_notification SET kind = CASE
        WHEN kind = 'action_overdue' THEN 'overdue'
        WHEN kind = 'approval_request.decide' THEN 'decide'
        WHEN kind = 'approval_request.urgent' THEN 'acted_first'
        WHEN kind = 'approval_request.decided' THEN 'decided'
        WHEN subject_kind = 'task' THEN 'follow_up'
        WHEN subject_kind = 'paper' THEN 'govern'
        ELSE 'other'
    END
"""
KINDS = [
    "decide", "decided", "acted_first", "overdue", "follow_up", "govern", "work", "other",
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("notify", "0006_row_security_of_calendars")]

    operations = [
        migrations.RunSQL(NAME_THE_KINDS, migrations.RunSQL.noop),
        migrations.AddConstraint(
            "notification",
            models.CheckConstraint(
                condition=models.Q(kind__in=KINDS), name="notification_kind_is_known"
            ),
        ),
    ]
