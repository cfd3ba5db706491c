"""What was signed may be set aside, a confirmed end undone, each by two persons."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contract", "0010_ways_on_and_frameworks"),
        ("platform", "0011_teams_and_training"),
        ("vary", "0005_together_with_what_is_asked"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="takingback",
            name="taking_back_is_asked_for_once",
        ),
        migrations.RemoveConstraint(
            model_name="variation",
            name="variation_state_is_known",
        ),
        migrations.RemoveConstraint(
            model_name="variation",
            name="variation_approved_names_its_approval_and_ground",
        ),
        migrations.RemoveConstraint(
            model_name="variation",
            name="variation_signed_names_both_sides",
        ),
        migrations.RemoveConstraint(
            model_name="variation",
            name="variation_withdrawn_says_why",
        ),
        migrations.AddField(
            model_name="exit",
            name="notice_why",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="exit",
            name="undo_asked_by_account",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="exit",
            name="undo_asked_by_name",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="exit",
            name="undo_why",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="exit",
            name="undone_by_account",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="exit",
            name="undone_by_name",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="takingback",
            name="withdrawn_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="takingback",
            name="withdrawn_by_name",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="takingback",
            name="withdrawn_why",
            field=models.TextField(blank=True),
        ),
        migrations.AddConstraint(
            model_name="exit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("undo_asked_by_account", None), ("undo_why", "")),
                    models.Q(
                        ("undo_asked_by_account__isnull", False),
                        models.Q(("undo_why", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="exit_asked_back_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="exit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("undone_by_account", None),
                    models.Q(
                        ("undone_by_account", models.F("undo_asked_by_account")), _negated=True
                    ),
                    _connector="OR",
                ),
                name="exit_is_undone_by_a_second_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="exit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("confirmed_at__isnull", False), ("state", "withdrawn"), _negated=True
                    ),
                    ("undone_by_account__isnull", False),
                    _connector="OR",
                ),
                name="exit_confirmed_is_undone_by_two",
            ),
        ),
        migrations.AddConstraint(
            model_name="takingback",
            constraint=models.UniqueConstraint(
                condition=models.Q(("confirmed_at", None), ("withdrawn_at", None)),
                fields=("variation",),
                name="taking_back_is_asked_for_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="takingback",
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
                name="taking_back_withdrawn_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="variation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        ["draft", "approved", "signed", "applied", "withdrawn", "set_aside"],
                    )
                ),
                name="variation_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="variation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state__in", ["approved", "signed", "applied", "set_aside"]), _negated=True
                    ),
                    models.Q(
                        ("request_id__isnull", False), models.Q(("ground", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="variation_approved_names_its_approval_and_ground",
            ),
        ),
        migrations.AddConstraint(
            model_name="variation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["signed", "applied", "set_aside"]), _negated=True),
                    models.Q(
                        ("our_signed_on__isnull", False),
                        ("their_signed_on__isnull", False),
                        models.Q(("our_signatory_name", ""), _negated=True),
                        models.Q(("their_signatory_name", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="variation_signed_names_both_sides",
            ),
        ),
        migrations.AddConstraint(
            model_name="variation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["withdrawn", "set_aside"]), _negated=True),
                    models.Q(("withdrawn_why", ""), _negated=True),
                    _connector="OR",
                ),
                name="variation_withdrawn_says_why",
            ),
        ),
    ]
