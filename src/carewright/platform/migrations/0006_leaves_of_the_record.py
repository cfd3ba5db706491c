"""What sealing needs of an event."""

import secrets

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import connection, migrations, models

from carewright.platform.rules.leaves import SALT_BYTES, Sayings, Words

# A locked record must not leave people waiting until their browser gives up: after three seconds
# the act is refused. The setting holds for this function alone, not for the rest of the act.
WRITE_EVENT = """
CREATE FUNCTION platform_write_event(
    id uuid, at timestamptz, act text, subject_kind text, subject_id text, organisation_id uuid,
    by_id text, by_name text, reason text, facts jsonb, salt bytea, words_digest bytea, leaf bytea
) RETURNS void LANGUAGE plpgsql SET lock_timeout = '3s' AS $$
BEGIN
    INSERT INTO platform_auditevent (
        id, at, act, subject_kind, subject_id, organisation_id, by_id, by_name, reason, facts,
        salt, words_digest, leaf
    ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);
END $$
"""


def give_leaves(apps, schema_editor):
    """Gives the events of before a salt, a digest of their words, and a leaf."""
    events = apps.get_model("platform", "AuditEvent").objects
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text::bigint")
        (now_written_in,) = cursor.fetchone()
    for event in events.iterator():
        salt = secrets.token_bytes(SALT_BYTES)
        digest = Words(event.by_name, event.reason, event.facts).digest(salt)
        said = Sayings(
            event.id, event.at, event.act, event.subject_kind, event.subject_id,
            event.organisation_id, event.by_id, digest,
        )  # fmt: skip
        events.filter(pk=event.pk).update(
            salt=salt, words_digest=digest, leaf=said.leaf(), written_in=now_written_in,
            written_at=event.at,
        )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("platform", "0005_ways_to_sign_in")]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="auditevent",
            name="never_changed",
        ),
        migrations.RemoveConstraint(
            model_name="auditevent",
            name="audit_event_says_who_did_what",
        ),
        migrations.AddField(
            model_name="auditevent",
            name="erased_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="auditevent",
            name="leaf",
            field=models.BinaryField(null=True),
        ),
        migrations.AddField(
            model_name="auditevent",
            name="salt",
            field=models.BinaryField(null=True),
        ),
        migrations.AddField(
            model_name="auditevent",
            name="words_digest",
            field=models.BinaryField(null=True),
        ),
        migrations.AddField(
            model_name="auditevent",
            name="written_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="auditevent",
            name="written_in",
            field=models.BigIntegerField(null=True),
        ),
        migrations.AlterField(
            model_name="auditevent",
            name="by_name",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.RunPython(give_leaves, migrations.RunPython.noop),
        migrations.AlterField(model_name="auditevent", name="leaf", field=models.BinaryField()),
        migrations.AlterField(
            model_name="auditevent", name="words_digest", field=models.BinaryField()
        ),
        migrations.AlterField(
            model_name="auditevent", name="written_at", field=models.DateTimeField()
        ),
        migrations.AlterField(
            model_name="auditevent", name="written_in", field=models.BigIntegerField()
        ),
        migrations.AddIndex(
            model_name="auditevent",
            index=models.Index(fields=["written_in", "id"], name="audit_by_writing"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="auditevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nIF TG_OP = 'UPDATE' AND OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL\n    AND (OLD.id, OLD.at, OLD.act, OLD.subject_kind, OLD.subject_id, OLD.organisation_id, OLD.by_id, OLD.words_digest, OLD.leaf, OLD.written_in, OLD.written_at) IS NOT DISTINCT FROM (NEW.id, NEW.at, NEW.act, NEW.subject_kind, NEW.subject_id, NEW.organisation_id, NEW.by_id, NEW.words_digest, NEW.leaf, NEW.written_in, NEW.written_at)\nTHEN RETURN NEW; END IF;\nRAISE EXCEPTION 'Cannot update or delete what the record of events says';\n",
                    hash="6db27b3d3e644efe1191c2314a23ced5b053868f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_never_changed_88f72",
                    table="platform_auditevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="auditevent",
            trigger=pgtrigger.compiler.Trigger(
                name="told_when",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nNEW.written_in := pg_current_xact_id()::text::bigint;\nNEW.written_at := clock_timestamp();\nRETURN NEW;\n",
                    hash="7eff8b0a9f26276c8f002a07606a93c765b0fc53",
                    operation="INSERT",
                    pgid="pgtrigger_told_when_ce126",
                    table="platform_auditevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="auditevent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("act", ""), _negated=True),
                    models.Q(("subject_kind", ""), _negated=True),
                    models.Q(
                        models.Q(("by_name", ""), _negated=True),
                        ("erased_at__isnull", False),
                        _connector="OR",
                    ),
                ),
                name="audit_event_says_who_did_what",
            ),
        ),
        migrations.AddConstraint(
            model_name="auditevent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("erased_at", None), ("salt__isnull", False)),
                    models.Q(
                        ("by_name", ""),
                        ("erased_at__isnull", False),
                        ("facts", models.Value({}, models.JSONField())),
                        ("reason", ""),
                        ("salt", None),
                    ),
                    _connector="OR",
                ),
                name="audit_event_erased_holds_no_words",
            ),
        ),
        migrations.RunSQL(
            WRITE_EVENT,
            "DROP FUNCTION platform_write_event(uuid, timestamptz, text, text, text, uuid, text, "
            "text, text, jsonb, bytea, bytea, bytea)",
        ),
    ]
