"""Members have working days before a decision and after it, as the scheme's row says."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("decide", "0008_acted_on_the_same"),
    ]

    operations = [
        migrations.AddField(
            model_name="approvalrequest",
            name="carry_out_from",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="approvalrequest",
            name="decide_from",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="approvalrequest",
            name="spared_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="approvalrequest",
            name="spared_by_name",
            field=models.CharField(blank=True, db_default="", max_length=200),
        ),
        migrations.AddField(
            model_name="approvalrequest",
            name="spared_why",
            field=models.TextField(blank=True, db_default=""),
        ),
        migrations.AddField(
            model_name="schemeline",
            name="scrutiny_after",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="schemeline",
            name="scrutiny_before",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddConstraint(
            model_name="approvalrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("spared_at", None), ("spared_by_name", ""), ("spared_why", "")),
                    models.Q(
                        ("spared_at__isnull", False),
                        models.Q(("spared_why", ""), _negated=True),
                        models.Q(("spared_by_name", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="request_spared_its_days_says_who_and_why",
            ),
        ),
    ]
