"""A decision that members called in may go back once to whoever took it."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("decide", "0010_what_is_missing"),
        ("platform", "0011_teams_and_training"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Reconsideration",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("reasons", models.TextField()),
                ("sent_back_by_name", models.CharField(max_length=200)),
                ("sent_back_at", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("verdict", models.CharField(blank=True, max_length=20)),
                ("why", models.TextField(blank=True)),
                ("decided_by_name", models.CharField(blank=True, max_length=200)),
                ("power_name", models.CharField(blank=True, max_length=200)),
                ("minute", models.CharField(blank=True, max_length=300)),
                ("decided_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="approvalrequest",
            name="request_is_open_once_for_an_act",
        ),
        migrations.RemoveConstraint(
            model_name="approvalrequest",
            name="request_state_and_act_are_known",
        ),
        migrations.RemoveConstraint(
            model_name="approvalrequest",
            name="request_ended_says_when",
        ),
        migrations.AddConstraint(
            model_name="approvalrequest",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("state__in", ["approved", "declined", "set_aside", "withdrawn"]), _negated=True
                ),
                fields=("subject_kind", "subject_id", "act"),
                name="request_is_open_once_for_an_act",
            ),
        ),
        migrations.AddConstraint(
            model_name="approvalrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        ["requested", "returned", "approved", "declined", "withdrawn", "set_aside"],
                    ),
                    (
                        "act__in",
                        [
                            "strategy",
                            "sourcing",
                            "award",
                            "contract_signature",
                            "variation",
                            "extension",
                            "exemption",
                            "uplift",
                            "placement",
                            "grant",
                            "closure",
                        ],
                    ),
                ),
                name="request_state_and_act_are_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="approvalrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("ended_at__isnull", False),
                        ("state__in", ["approved", "declined", "set_aside", "withdrawn"]),
                    ),
                    models.Q(
                        models.Q(
                            ("state__in", ["approved", "declined", "set_aside", "withdrawn"]),
                            _negated=True,
                        ),
                        ("ended_at", None),
                    ),
                    _connector="OR",
                ),
                name="request_ended_says_when",
            ),
        ),
        migrations.AddField(
            model_name="reconsideration",
            name="request",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reconsideration",
                to="decide.approvalrequest",
            ),
        ),
        migrations.AddConstraint(
            model_name="reconsideration",
            constraint=models.CheckConstraint(
                condition=models.Q(("reasons", ""), _negated=True), name="reconsideration_says_why"
            ),
        ),
        migrations.AddConstraint(
            model_name="reconsideration",
            constraint=models.CheckConstraint(
                condition=models.Q(("due_at__gt", models.F("sent_back_at"))),
                name="reconsideration_is_due_later",
            ),
        ),
        migrations.AddConstraint(
            model_name="reconsideration",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("decided_at", None), ("decided_by_name", ""), ("verdict", ""), ("why", "")
                    ),
                    models.Q(
                        ("decided_at__isnull", False),
                        ("verdict__in", ["confirmed", "changed"]),
                        models.Q(("why", ""), _negated=True),
                        models.Q(("decided_by_name", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="reconsideration_ends_with_a_verdict_a_name_and_why",
            ),
        ),
    ]
