"""A change uses more of an exemption, and two of ours sign it where the scheme wants two."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("platform", "0013_kinds_of_documents"), ("vary", "0006_ways_on")]

    operations = [
        migrations.RemoveConstraint(
            model_name="reliance", name="agreement_relies_on_an_exemption_once"
        ),
        migrations.AddField(
            model_name="reliance",
            name="variation",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reliances",
                to="vary.variation",
            ),
        ),
        migrations.AddConstraint(
            model_name="reliance",
            constraint=models.UniqueConstraint(
                condition=models.Q(("variation", None)),
                fields=("exemption", "agreement"),
                name="agreement_relies_on_an_exemption_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="reliance",
            constraint=models.UniqueConstraint(
                fields=("exemption", "variation"), name="variation_uses_an_exemption_once"
            ),
        ),
        migrations.AddField(
            model_name="variation",
            name="our_second_signatory",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="platform.officer",
            ),
        ),
        migrations.AddField(
            model_name="variation",
            name="our_second_name",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddConstraint(
            model_name="variation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("our_second_name", ""), ("our_second_signatory", None)),
                    models.Q(
                        ("our_second_signatory__isnull", False),
                        models.Q(("our_second_name", ""), _negated=True),
                        models.Q(
                            ("our_second_signatory", models.F("our_signatory")), _negated=True
                        ),
                    ),
                    _connector="OR",
                ),
                name="variation_second_signatory_is_another",
            ),
        ),
    ]
