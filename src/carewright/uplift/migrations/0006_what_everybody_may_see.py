"""One person's price is told apart in figures; why a line is read, and by which unit it is paid."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("uplift", "0005_lines_without_own_indexes")]

    operations = [
        migrations.AddField(
            model_name="upliftline",
            name="unit",
            field=models.CharField(blank=True, db_default="", max_length=10),
        ),
        migrations.AddField(
            model_name="upliftprovider",
            name="open_to_all",
            field=models.JSONField(null=True),
        ),
        migrations.AddField(
            model_name="readline",
            name="why",
            field=models.CharField(db_default="by_chance", default="by_chance", max_length=20),
        ),
        migrations.AddField(
            model_name="readline",
            name="one_person",
            field=models.BooleanField(db_default=True, default=True),
        ),
        migrations.AddConstraint(
            model_name="readline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("why__in", ["agreed", "rises_most", "costs_most", "by_chance"])
                ),
                name="read_line_says_why",
            ),
        ),
        migrations.RemoveConstraint(model_name="reading", name="reading_state_is_known"),
        migrations.AddConstraint(
            model_name="reading",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["waiting", "right", "wrong", "sent_back", "called_off"])
                ),
                name="reading_state_is_known",
            ),
        ),
    ]
