"""Each organisation sees its own; the record can be added to and nothing else."""

from django.db import migrations

from carewright.platform.row_security import ScopeRows, Shared
from carewright.platform.scope import WEB_ROLE


class Migration(migrations.Migration):
    dependencies = [("platform", "0001_people_and_record")]

    operations = [
        # Signing in, a person learns for whom they may act before they act for anybody.
        ScopeRows("officer", own_account="account_id"),
        ScopeRows("officerrole", column="officer_id", through="platform_officer"),
        # Events of nobody's organisation, such as a sign-in, are written by all and read by none.
        ScopeRows("auditevent", shared=Shared.ADDED),
        ScopeRows("document", shared=True),
        ScopeRows("job"),
        migrations.RunSQL(
            f"REVOKE UPDATE, DELETE, TRUNCATE ON platform_auditevent FROM {WEB_ROLE}",
            f"GRANT UPDATE, DELETE ON platform_auditevent TO {WEB_ROLE}",
        ),
        migrations.RunSQL(
            f"REVOKE DELETE, TRUNCATE ON platform_officer, platform_organisation FROM {WEB_ROLE}",
            f"GRANT DELETE ON platform_officer, platform_organisation TO {WEB_ROLE}",
        ),
    ]
