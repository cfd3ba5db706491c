"""Lines of a round, for whoever may see them."""

from __future__ import annotations

from carewright.platform import api as platform
from carewright.platform.api import Act, OrganisationQuerySet
from carewright.uplift import models, rows


def sees_placements(officer: platform.Officer) -> bool:
    """Whether one person's price is shown to the officer, as agreements are."""
    return platform.may(officer, Act.SEE_PEOPLE)


def lines_seen_by(officer: platform.Officer) -> OrganisationQuerySet[models.UpliftLine]:
    """Of every round of the organisation; one person's only for those who may see people."""
    own = models.UpliftLine.objects.for_organisation(officer.organisation.id)
    return own if sees_placements(officer) else own.filter(one_person=False)


def line_row(each: models.UpliftLine) -> rows.Line:
    """One line as others see it."""
    return rows.Line(
        each.pk, each.reference, each.provider_key, each.provider_name, each.priced, each.unit,
        each.old_pence, each.new_pence, tuple(each.left_out), each.effect_pence, each.floor_pence,
        each.floor, each.agreement_id, each.price_line_id,
        each.source, each.ends_before, each.owed_pence,
    )  # fmt: skip
