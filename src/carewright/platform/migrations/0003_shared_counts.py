"""A cache that all processes share, so that failed sign-ins are counted once for all of them."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("platform", "0002_row_security")]

    operations = [
        migrations.RunSQL(
            "CREATE TABLE platform_cache (cache_key varchar(255) NOT NULL PRIMARY KEY, "
            "value text NOT NULL, expires timestamptz NOT NULL); "
            "CREATE INDEX platform_cache_expires ON platform_cache (expires)",
            "DROP TABLE platform_cache",
        ),
    ]
