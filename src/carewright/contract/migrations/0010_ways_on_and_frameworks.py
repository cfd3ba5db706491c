"""What nobody signs is abandoned with its reason; frameworks are agreements of their own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contract", "0009_approved_extensions_and_hands"),
        ("platform", "0011_teams_and_training"),
        ("register", "0009_row_security_of_capacity"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="agreement",
            name="agreement_kind_is_known",
        ),
        migrations.RemoveConstraint(
            model_name="agreement",
            name="agreement_state_is_known",
        ),
        migrations.RemoveConstraint(
            model_name="agreement",
            name="agreement_over_says_when_and_why",
        ),
        migrations.RemoveConstraint(
            model_name="importbatch",
            name="import_is_in_known_words",
        ),
        migrations.RemoveConstraint(
            model_name="reversal",
            name="reversal_is_asked_for_once",
        ),
        migrations.AddField(
            model_name="reversal",
            name="withdrawn_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="reversal",
            name="withdrawn_by_name",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="reversal",
            name="withdrawn_why",
            field=models.TextField(blank=True),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "framework",
                            "framework_call_off",
                            "block",
                            "cost_and_volume",
                            "spot",
                            "grant",
                            "service_level",
                            "individual_service_fund",
                            "in_house",
                        ],
                    )
                ),
                name="agreement_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "draft",
                            "approved",
                            "signed",
                            "live",
                            "ending",
                            "ended",
                            "terminated",
                            "abandoned",
                        ],
                    )
                ),
                name="agreement_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("over_on__isnull", False),
                        ("state__in", ["abandoned", "ended", "terminated"]),
                        models.Q(("over_reason", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(
                            ("state__in", ["abandoned", "ended", "terminated"]), _negated=True
                        ),
                        ("over_on", None),
                        ("over_reason", ""),
                    ),
                    _connector="OR",
                ),
                name="agreement_over_says_when_and_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="importbatch",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["open", "undone"]),
                    (
                        "kind__in",
                        [
                            "framework",
                            "framework_call_off",
                            "block",
                            "cost_and_volume",
                            "spot",
                            "grant",
                            "service_level",
                            "individual_service_fund",
                            "in_house",
                        ],
                    ),
                    (
                        "regime__in",
                        [
                            "pa2023",
                            "pcr2015",
                            "psr2023",
                            "scot_higher",
                            "scot_regulated",
                            "below_threshold",
                        ],
                    ),
                ),
                name="import_is_in_known_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="reversal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("confirmed_at", None), ("withdrawn_at", None)),
                fields=("agreement",),
                name="reversal_is_asked_for_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="reversal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_at", None), ("withdrawn_why", "")),
                    models.Q(
                        ("confirmed_at", None),
                        ("withdrawn_at__isnull", False),
                        models.Q(("withdrawn_why", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="reversal_withdrawn_says_why",
            ),
        ),
    ]
