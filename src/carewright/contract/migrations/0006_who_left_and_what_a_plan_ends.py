"""A provider that was followed by another is a party no more; a planned exit alone ends."""

import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("contract", "0005_row_security_of_imports")]

    operations = [
        migrations.AddField(
            model_name="agreement",
            name="exit_planned",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="party",
            name="left_on",
            field=models.DateField(null=True),
        ),
        migrations.RemoveConstraint(
            model_name="party",
            name="party_stands_once_in_an_agreement",
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=models.UniqueConstraint(
                models.F("agreement"),
                models.F("side"),
                django.db.models.functions.text.Lower("name"),
                condition=models.Q(("left_on", None)),
                name="party_stands_once_in_an_agreement",
            ),
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("left_on", None),
                    models.Q(("side", "buyer"), _negated=True),
                    _connector="OR",
                ),
                name="party_that_buys_does_not_leave",
            ),
        ),
    ]
