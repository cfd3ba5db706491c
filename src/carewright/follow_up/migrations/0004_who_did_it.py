"""Says of every action done before now whose account did it, and by what name."""

from django.db import migrations

FILL = """
UPDATE follow_up_task AS task SET done_by_account_id = doer.account_id, done_by_name = person.name
FROM platform_officer AS doer JOIN platform_account AS person ON person.id = doer.account_id
WHERE doer.id = task.done_by_id"""


class Migration(migrations.Migration):
    dependencies = [("follow_up", "0003_partners")]

    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
