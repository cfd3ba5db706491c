"""Whoever looks by consent or law states no purpose of an officer."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("platform", "0003_shared_counts"),
        ("register", "0004_row_security_of_people"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="look",
            name="look_purpose_is_known",
        ),
        migrations.RemoveConstraint(
            model_name="opening",
            name="opening_purpose_is_known",
        ),
        migrations.AlterField(
            model_name="look",
            name="opening",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="register.opening",
            ),
        ),
        migrations.AddConstraint(
            model_name="look",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "purpose__in",
                        [
                            "assessing",
                            "arranging",
                            "paying",
                            "reviewing",
                            "safeguarding",
                            "audit",
                            "complaint",
                            "representing",
                        ],
                    )
                ),
                name="look_purpose_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="look",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("opening__isnull", False), ("purpose", "representing"), _connector="OR"
                ),
                name="look_by_an_officer_names_its_opening",
            ),
        ),
        migrations.AddConstraint(
            model_name="opening",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "purpose__in",
                        [
                            "assessing",
                            "arranging",
                            "paying",
                            "reviewing",
                            "safeguarding",
                            "audit",
                            "complaint",
                            "representing",
                        ],
                    )
                ),
                name="opening_purpose_is_known",
            ),
        ),
    ]
