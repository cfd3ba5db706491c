"""The prefix under which an organisation publishes its contracts."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from carewright.platform.api import ScopeRows


class Migration(migrations.Migration):
    dependencies = [
        ("contract", "0006_who_left_and_what_a_plan_ends"),
        ("platform", "0002_row_security"),
    ]

    operations = [
        migrations.CreateModel(
            name="OpenDataPublisher",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("ocid_prefix", models.CharField(max_length=11)),
                ("set_by_name", models.CharField(max_length=200)),
                ("set_at", models.DateTimeField()),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.organisation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation",), name="publisher_has_one_prefix"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ocid_prefix__regex", "^ocds-[a-z0-9]{6}$")),
                        name="publisher_prefix_is_well_formed",
                    ),
                ],
            },
        ),
        ScopeRows("opendatapublisher"),
    ]
