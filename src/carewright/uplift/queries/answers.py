"""What providers last said of a round."""

from __future__ import annotations

from collections.abc import Iterable

from carewright.uplift import models, rows
from carewright.uplift.rules.answering import Standing, counts_now
from carewright.uplift.rules.words import Said


def last_said(found: models.UpliftRound) -> dict[str, models.ProviderAnswer]:
    """The last word of each provider, by its key, whatever figures it was about."""
    said = found.answers.order_by("number")
    return {each.provider_key: each for each in said}


def standing_of(provider: models.UpliftProvider, last: models.ProviderAnswer | None) -> Standing:
    """Where a provider stands; a word about other figures than those of now does not count."""
    if last is None or not counts_now(Said(last.said), last.figures, provider.figures):
        return Standing(provider.name, None, None)
    return Standing(provider.name, Said(last.said), last.answer_by)


def standings(found: models.UpliftRound) -> list[Standing]:
    """Where every provider of the round stands, by name."""
    known = last_said(found)
    return [standing_of(each, known.get(each.key)) for each in found.providers.order_by("name")]


def heard(
    found: models.UpliftRound, providers: Iterable[rows.Provider], *, everything: bool
) -> tuple[rows.Heard, ...]:
    """What providers asked for and answered, the latest first, with what each shows for it.

    A price that one asks for is of its main line, so whoever may not see that sees none; nor what a
    provider said that is not among those shown. `everything`: with prices of one person each.
    """
    shown = {each.key: each.main_is_shown for each in providers}
    said = found.answers.exclude(said=Said.SENT.value).select_related("evidence")
    if not everything:
        said = said.filter(provider_key__in=list(shown))
    return tuple(
        rows.Heard(
            each.provider_name, Said(each.said), each.said_on, each.words,
            each.requested_pence if shown.get(each.provider_key, everything) else None,
            each.evidence_id, each.evidence.name if each.evidence else "", each.recorded_by_name,
        )
        for each in said.order_by("-recorded_at", "provider_name", "-number")
    )  # fmt: skip
