"""What a round does to each provider, as far as whoever looks may see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from carewright.uplift import models, rows
from carewright.uplift.queries.answers import last_said, standing_of
from carewright.uplift.rules.words import Said

#: What a preview found, by the names of the table and of the row.
_FOUND: Final = (
    "lines", "left_out", "people", "main", "main_old_pence", "main_new_pence", "spend_now_pence",
    "effect_pence", "below", "explained", "shortfall_pence",
)  # fmt: skip


def providers_of(found: models.UpliftRound, *, everything: bool) -> tuple[rows.Provider, ...]:
    """The dearest first; `everything`: with prices of one person each.

    Without them a provider of nothing else is not among them.
    """
    shown = sorted(_shown(found, everything=everything), key=_dearest)
    said = last_said(found)
    return tuple(_provider(each, told, said.get(each.key)) for each, told in shown)


Shown = tuple[models.UpliftProvider, Mapping[str, Any]]


def _shown(found: models.UpliftRound, *, everything: bool) -> Iterator[Shown]:
    for each in found.providers.all():
        if everything or each.open_to_all is None:
            yield each, {name: getattr(each, name) for name in _FOUND}
        elif each.open_to_all:
            yield each, each.open_to_all


def _dearest(shown: Shown) -> tuple[int, str, str]:
    each, told = shown
    return (-told["spend_now_pence"], each.name, str(each.pk))


def _provider(
    each: models.UpliftProvider, told: Mapping[str, Any], last: models.ProviderAnswer | None
) -> rows.Provider:
    standing = standing_of(each, last)
    now = last if standing.said else None
    is_main = told["main"] == each.main and told["main_old_pence"] == each.main_old_pence
    return rows.Provider(
        id=each.pk, key=each.key, name=each.name, **{name: told[name] for name in _FOUND},
        has_placements=each.open_to_all is not None, said=standing.said,
        said_on=now.said_on if now else None, answer_by=standing.answer_by,
        words=now.words if now else "",
        requested_pence=now.requested_pence if now and is_main else None,
        said_before=Said(last.said) if last and not now else None, main_is_shown=is_main,
    )  # fmt: skip
