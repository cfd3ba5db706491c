"""What providers last said of a round."""

from __future__ import annotations

from carewright.uplift import models
from carewright.uplift.rules.answering import Standing
from carewright.uplift.rules.words import Said


def last_said(found: models.UpliftRound) -> dict[str, models.ProviderAnswer]:
    """The last word of each provider, by its key."""
    said = found.answers.order_by("number")
    return {each.provider_key: each for each in said}


def standings(found: models.UpliftRound) -> list[Standing]:
    """Where every provider of the round stands, by name."""
    known = last_said(found)
    return [_standing(each.name, known.get(each.key)) for each in found.providers.order_by("name")]


def _standing(name: str, last: models.ProviderAnswer | None) -> Standing:
    if last is None:
        return Standing(name, None, None)
    return Standing(name, Said(last.said), last.answer_by)
