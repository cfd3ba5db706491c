"""Teams, localities, named lead officers and their training."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import uuid
from django.db import migrations, models

from carewright.platform.row_security import ScopeRows
from carewright.platform.scope import WEB_ROLE


class Migration(migrations.Migration):
    dependencies = [
        ("platform", "0010_lost_second_factors"),
    ]

    operations = [
        migrations.CreateModel(
            name="Locality",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("covers", models.CharField(max_length=300)),
                ("named_at", models.DateTimeField()),
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
                        fields=("organisation", "name"), name="locality_name_is_its_own"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Team",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                (
                    "service_areas",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), size=None
                    ),
                ),
                ("formed_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.officer",
                    ),
                ),
                (
                    "locality",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.locality",
                    ),
                ),
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
                        condition=models.Q(("ended_at", None)),
                        fields=("organisation", "name"),
                        name="team_name_is_its_own",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("service_areas__len__gte", 1)),
                        name="team_works_on_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TeamMember",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("starts_on", models.DateField()),
                ("ends_before", models.DateField(null=True)),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.officer",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="platform.team",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_before", None),
                            ("ends_before__gt", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="team_member_leaves_after_joining",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TrainingTaken",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("course", models.CharField(max_length=40)),
                ("taken_on", models.DateField()),
                ("valid_until", models.DateField()),
                ("recorded_by_name", models.CharField(max_length=200)),
                ("recorded_at", models.DateTimeField()),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.document",
                    ),
                ),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.officer",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.organisation",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.officer",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("officer", "course", "taken_on"),
                        name="training_is_written_down_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid_until__gt", models.F("taken_on"))),
                        name="training_counts_once_taken",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("recorded_by", models.F("officer")), _negated=True),
                        name="training_is_recorded_by_another",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LeadOfficer",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("duty", models.CharField(max_length=40)),
                ("starts_on", models.DateField()),
                ("ends_before", models.DateField(null=True)),
                ("named_by_name", models.CharField(max_length=200)),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.officer",
                    ),
                ),
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
                        condition=models.Q(("ends_before", None)),
                        fields=("organisation", "duty"),
                        name="lead_officer_one_for_each_duty",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "duty__in",
                                [
                                    "adult_protection",
                                    "child_protection",
                                    "self_directed_support",
                                    "unpaid_carers",
                                    "commissioning",
                                    "voluntary_sector",
                                ],
                            )
                        ),
                        name="lead_officer_duty_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_before", None),
                            ("ends_before__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="lead_officer_ends_after_starting",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="teammember",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("team", "="),
                    ("officer", "="),
                    (
                        models.Func(
                            "starts_on",
                            "ends_before",
                            function="daterange",
                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="team_member_is_in_it_once_at_a_time",
            ),
        ),
        ScopeRows("locality"),
        ScopeRows("team"),
        ScopeRows("teammember", column="team_id", through="platform_team"),
        ScopeRows("leadofficer"),
        ScopeRows("trainingtaken"),
        migrations.RunSQL(
            "REVOKE DELETE, TRUNCATE ON platform_locality, platform_team, platform_leadofficer, "
            f"platform_trainingtaken FROM {WEB_ROLE}",
            "GRANT DELETE ON platform_locality, platform_team, platform_leadofficer, "
            f"platform_trainingtaken TO {WEB_ROLE}",
        ),
    ]
