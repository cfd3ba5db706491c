"""Second factors that were lost, set up anew when two persons vouch."""

import django.db.models.deletion
import uuid
from django.db import migrations, models

from carewright.platform.row_security import ScopeRows
from carewright.platform.scope import WEB_ROLE


class Migration(migrations.Migration):
    dependencies = [
        ("platform", "0009_words_alike"),
    ]

    operations = [
        migrations.AddField(
            model_name="account",
            name="opens_by_link_from",
            field=models.DateTimeField(null=True),
        ),
        migrations.CreateModel(
            name="FactorReset",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("identity_checked", models.CharField(max_length=500)),
                ("asked_by_name", models.CharField(max_length=200)),
                ("asked_at", models.DateTimeField()),
                ("confirmed_by_name", models.CharField(blank=True, max_length=200)),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("confirmer_checked", models.CharField(blank=True, max_length=500)),
                ("token_digest", models.CharField(max_length=64, null=True)),
                ("link_ends_at", models.DateTimeField(null=True)),
                ("used_at", models.DateTimeField(null=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("withdrawn_by_name", models.CharField(blank=True, max_length=200)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.officer",
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="platform.officer",
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
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("token_digest",), name="factor_reset_link_is_its_own"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("asked_by", models.F("officer")), _negated=True),
                        name="factor_reset_is_asked_by_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confirmed_by", None),
                            models.Q(
                                models.Q(("confirmed_by", models.F("asked_by")), _negated=True),
                                models.Q(("confirmed_by", models.F("officer")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="factor_reset_takes_a_second_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("confirmed_at", None),
                                ("confirmed_by", None),
                                ("link_ends_at", None),
                                ("token_digest", None),
                            ),
                            models.Q(
                                ("confirmed_at__isnull", False),
                                ("confirmed_by__isnull", False),
                                ("link_ends_at__gt", models.F("confirmed_at")),
                                ("link_ends_at__isnull", False),
                                ("token_digest__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="factor_reset_confirmed_opens_one_link",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("used_at", None),
                            models.Q(
                                ("confirmed_at__isnull", False),
                                ("used_at__gte", models.F("confirmed_at")),
                                ("used_at__lt", models.F("link_ends_at")),
                            ),
                            _connector="OR",
                        ),
                        name="factor_reset_is_used_while_its_link_works",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("withdrawn_at", None), ("confirmed_at", None), _connector="OR"
                        ),
                        name="factor_reset_confirmed_is_not_withdrawn",
                    ),
                ],
            },
        ),
        ScopeRows("factorreset"),
        migrations.RunSQL(
            f"REVOKE DELETE, TRUNCATE ON platform_factorreset FROM {WEB_ROLE}",
            f"GRANT DELETE ON platform_factorreset TO {WEB_ROLE}",
        ),
    ]
