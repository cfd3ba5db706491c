"""Tells the list of services which council each stands in, once a look-up says so."""

from __future__ import annotations

from django.db.models import Q

from carewright.register import frames
from carewright.register.models import Dataset, ServiceReading
from carewright.register.rules.life_of_a_dataset import DatasetState
from carewright_engine.tables.naming import names_of, plain_name_of_area

#: An import of any of these may tell where services stand.
TELLING = frozenset({"service", "area"})


def name_councils(found: Dataset) -> None:
    """Fills the council's code where a file gave only its name, within the import's transaction."""
    if not TELLING & set(found.tables.values_list("name", flat=True)):
        return
    codes = _codes(found)
    nameless = ServiceReading.objects.filter(council_code="").exclude(council_name="")
    if found.organisation_id is not None:
        # One council's own look-up tells nothing about another's services.
        nameless = nameless.filter(organisation_id=found.organisation_id)
    for name in nameless.order_by("council_name").values_list("council_name", flat=True).distinct():
        if code := codes.get(plain_name_of_area(name)):
            nameless.filter(council_name=name).update(council_code=code)


def _codes(found: Dataset) -> dict[str, str]:
    """Codes of councils by plain name, from every look-up that the file's users may use."""
    usable = Dataset.objects.filter(
        Q(organisation=found.organisation_id) | Q(organisation=None),
        state=DatasetState.IMPORTED.value,
    ).order_by("id").prefetch_related("tables")  # fmt: skip
    areas = frames.frames_of(list(usable), (), only="area").get("area")
    return {} if areas is None else names_of(areas, "council")
