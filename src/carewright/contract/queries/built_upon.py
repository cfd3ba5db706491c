"""What was built on the agreements of an import since they were made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet

from carewright.contract import models
from carewright.contract.rules.life_of_an_agreement import AgreementState

#: Written by the import itself, and gone with it.
OWN_PARTS: Final = frozenset({"Party", "AgreementService", "PriceLine", "ImportRow"})
NEVER_IMPORTED: Final = (
    "request_id", "successor", "registered_on", "monitoring_plan_on", "exit_plan_on",
    "contingency_plan_on", "people_supported", "contact", "budget_holder", "framework_id",
)  # fmt: skip
MOST_NAMED: Final = 5


def built_upon(batch: models.ImportBatch) -> list[str]:
    """Why the import cannot be taken back: each agreement that holds it, with what holds it."""
    made = models.Agreement.objects.filter(imported_row__batch=batch)
    found = {str(each): "somebody has worked with it" for each in made.filter(_worked_with())}
    for line in _priced_since(batch):
        found.setdefault(str(line.agreement), "a price was added")
    for model, field in that_name_agreements():
        held = holding(model).filter(**{field: OuterRef("pk")})
        for each in made.filter(Exists(held)):
            found.setdefault(str(each), f"it has: {model._meta.verbose_name}")
    named = [f"{each}: {why}" for each, why in sorted(found.items())]
    more = len(named) - MOST_NAMED
    return named[:MOST_NAMED] + ([f"And {more} more"] if more > 0 else [])


def _worked_with() -> Q:
    """What no import writes has been written, or where it stands is not where the file had it."""
    written = Q(predecessors__isnull=False)
    for name in NEVER_IMPORTED:
        written |= Q(**{f"{name}__isnull": False})
    ended = Q(over_on__isnull=False) & ~Q(imported_row__said__standing="ended")
    ending = Q(state=AgreementState.ENDING.value) & ~Q(imported_row__said__standing="may_end")
    return written | ended | ending


def _priced_since(batch: models.ImportBatch) -> Iterator[models.PriceLine]:
    """Prices that were written later than their agreement."""
    lines = models.PriceLine.objects.filter(agreement__imported_row__batch=batch)
    later = Q(written_at__gt=F("agreement__written_at")) | Q(ends_before__isnull=False)
    yield from lines.filter(later).select_related("agreement")


def holding(model: type[Model]) -> QuerySet[Model]:
    """The rows of a table for which their agreement stays.

    A table that is worked out of agreements says by `that_hold` in which of its rows somebody has
    had a hand; the others go with their agreement.
    """
    said = getattr(model, "that_hold", None)
    return said() if said else model._default_manager.all()


def worked_out_of_agreements() -> Iterator[tuple[type[Model], str]]:
    """Tables of which rows go with their agreement when that is taken back."""
    return (each for each in that_name_agreements() if hasattr(each[0], "that_hold"))


def that_name_agreements() -> Iterator[tuple[type[Model], str]]:
    """Every table, of this stage and those above, with a key to agreements of its own."""
    for relation in models.Agreement._meta.get_fields(include_hidden=True):
        model = relation.related_model
        if not relation.auto_created or relation.concrete or not isinstance(model, type):
            continue
        if model.__name__ not in OWN_PARTS and model is not models.Agreement:
            yield model, relation.field.name  # type: ignore[union-attr]
