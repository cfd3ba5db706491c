"""Directions belong to the board that gives them; the directed body reads them once issued.

What the directed body says of a direction is its own, is said only to what was issued to it, and
is read by the board that gave the direction.
"""

from django.db import migrations

from carewright.platform.api import ScopeRows

OWN = "nullif(current_setting('carewright.organisation', true), '')::uuid"
READ_BY_THE_DIRECTED = f"""
CREATE POLICY directed_select ON govern_direction FOR SELECT
USING (to_id = {OWN} AND issued_at IS NOT NULL)"""
READ_BY_THE_BOARD = """
CREATE POLICY board_select ON govern_directionnote FOR SELECT
USING (EXISTS (SELECT FROM govern_direction AS given WHERE given.id = direction_id))"""
SAID_TO_ONES_OWN = f"""
CREATE POLICY directed_insert ON govern_directionnote AS RESTRICTIVE FOR INSERT
WITH CHECK (EXISTS (
    SELECT FROM govern_direction AS given
    WHERE given.id = direction_id AND given.to_id = {OWN} AND given.issued_at IS NOT NULL))"""


class Migration(migrations.Migration):
    dependencies = [("govern", "0007_directions"), ("platform", "0002_row_security")]

    operations = [
        ScopeRows("direction"),
        ScopeRows("directionnote"),
        migrations.RunSQL(READ_BY_THE_DIRECTED, "DROP POLICY directed_select ON govern_direction"),
        migrations.RunSQL(READ_BY_THE_BOARD, "DROP POLICY board_select ON govern_directionnote"),
        migrations.RunSQL(SAID_TO_ONES_OWN, "DROP POLICY directed_insert ON govern_directionnote"),
    ]
