"""Legal providers that are one operator, proposed from their names for a person to confirm.

HC-One Limited and HC-One No. 1 Limited are two companies and one operator. Dependence on an
operator shows only when both are taken together; but a wrong join is worse than a missed one,
so names join only where companies of one owner differ: in number, in a bracket, in a word of
trade at the end, or where a name or the register itself says whose it is.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl
from rapidfuzz.distance import DamerauLevenshtein

from carewright_engine.tables.names import has_legal_form, plain_name

GROUPS: Final = pl.Schema(
    {
        "provider_id": pl.String(),
        "provider_name": pl.String(),
        "group_id": pl.String(),
        "group_name": pl.String(),
        "score": pl.Float64(),
        "basis": pl.String(),
    }
)
MEMBER_OF: Final = re.compile(r"(?i)\bmember of (?:the )?(.+?)(?: group)?(?: of companies)?\W*$")
# A council, a board or a church is itself; a shared word makes no group of two of them.
ITSELF: Final = re.compile(
    r"(?i)\bcouncil\b|\bNHS\b|\bhealth board\b|\bchurch\b|\bborough of\b|\bcomhairle\b"
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that a company of a group adds to the group's name.
OF_TRADE: Final = _words(
    """care cares caring home homes homecare health healthcare housing nursing residential
    service services support supported living community communities partnership partnerships
    group holding holdings management operations operating property properties estates trading
    scotland scottish england wales uk lifestyles specialist solutions"""
)
# Words that many unrelated companies choose.
COMMON: Final = _words(
    """quality priority first class premier prestige choice elite complete total direct positive
    right sunshine rainbow little independent golden silver angel angels guardian phoenix horizon
    unity trust"""
)
LONG_ENOUGH: Final = 7  # a shorter word with one letter changed is often another word


@dataclass(frozen=True, slots=True)
class Provider:
    """A legal provider as a register names it."""

    id: str
    name: str
    brand: str | None

    @property
    def plain(self) -> str:
        return plain_name(self.name)


@dataclass(frozen=True, slots=True, order=True)
class Likeness:
    """Why two providers may be one operator, and how sure that is from 0 to 1."""

    score: float
    basis: str
    one: str
    other: str


def propose_groups(services: pl.DataFrame) -> pl.DataFrame:
    """One row a provider that belongs to a proposed group of two or more; no other providers.

    `services` has provider_id and provider_name, and brand where a register names it.
    """
    providers = {provider.id: provider for provider in _providers(services)}
    likenesses = sorted(_likenesses(list(providers.values())), reverse=True)
    together = _joined(providers, likenesses)
    best = {one: each for each in reversed(likenesses) for one in (each.one, each.other)}
    rows = [
        row
        for members in together
        for row in _rows([providers[member] for member in members], best)
    ]
    return pl.DataFrame(rows, schema=GROUPS, orient="row").sort("group_id", "provider_id")


def _providers(services: pl.DataFrame) -> Iterator[Provider]:
    """Each provider once, as the latest list names it; of two names there, the alphabet's first."""
    unsaid = pl.lit(None, pl.String)
    brand = pl.col("brand") if "brand" in services.columns else unsaid
    day = pl.col("as_at") if "as_at" in services.columns else pl.lit(None, pl.Date)
    named = (
        services.filter(pl.col("provider_name").is_not_null())
        .select(
            provider=pl.coalesce("provider_id", "provider_name"),
            name="provider_name",
            brand=brand,
            day=day,
        )
        .sort("day", "name", descending=[True, False], nulls_last=True)
        .group_by("provider", maintain_order=True)
        .agg(pl.col("name").first(), pl.col("brand").drop_nulls().first())
        .sort("provider")
    )
    return (Provider(*row) for row in named.iter_rows())


def _likenesses(providers: list[Provider]) -> Iterator[Likeness]:
    yield from _by_brand(providers)
    yield from _by_membership(providers)
    separate = [provider for provider in providers if not ITSELF.search(provider.name)]
    yield from _by_plain_name(separate)
    yield from _by_words_of_trade(separate)
    yield from _by_spelling(separate)


def _by_brand(providers: list[Provider]) -> Iterator[Likeness]:
    branded = [(p.brand.casefold(), p) for p in providers if p.brand]
    for _, members in _alike(branded):
        basis = f'the register gives both the brand "{members[0].brand}"'
        yield from _chained(members, 0.9, basis)


def _by_membership(providers: list[Provider]) -> Iterator[Likeness]:
    """Some companies say in their registered name which group they belong to."""
    said = [(_squashed(found[1]), p) for p in providers if (found := MEMBER_OF.search(p.name))]
    for _, members in _alike(said):
        yield from _chained(members, 0.98, "the names say that both are of the same group")


def _by_plain_name(providers: list[Provider]) -> Iterator[Likeness]:
    """Companies whose names differ only in number or in what stands in brackets.

    Companies may not share a name, so those of one owner differ in a bracket. Associations
    may: four local Crossroads schemes are four charities, and private people share names.
    """
    companies = [(_squashed(p.plain), p) for p in providers if has_legal_form(p.name)]
    for key, members in _alike(companies):
        if len(key) > 3 and not set(members[0].plain.split()) <= OF_TRADE:
            score, basis = _how_alike(members)
            yield from _chained(members, score, basis)


def _how_alike(members: list[Provider]) -> tuple[float, str]:
    if len({_squashed(_without_form(p.name)) for p in members}) == 1:
        return 0.95, "the names are the same but for the spelling"
    if any("(" in p.name for p in members):
        return 0.8, "the names differ only in what stands in brackets"
    return 0.95, "the names differ only in their number"


def _without_form(name: str) -> str:
    return re.sub(r"(?i)\b(limited|ltd|llp)\b\.?", "", name)


def _by_words_of_trade(providers: list[Provider]) -> Iterator[Likeness]:
    """One company's name is the other's with a word of trade added, and says more than trade."""
    by_plain: dict[str, Provider] = {}
    companies = [p for p in providers if has_legal_form(p.name)]
    for provider in companies:
        by_plain.setdefault(provider.plain, provider)
    for provider in companies:
        words = provider.plain.split()
        for end in range(len(words) - 1, 1, -1):
            shorter = by_plain.get(" ".join(words[:end]))
            if shorter and set(words[end:]) <= OF_TRADE and _tells(words[:end]):
                basis = f'the names differ only in "{" ".join(words[end:])}"'
                yield _likeness(0.8, basis, provider, shorter)


def _tells(words: list[str]) -> bool:
    """Whether a name holds a word that few others would choose."""
    return any(len(word) > 4 for word in set(words) - OF_TRADE - COMMON)


def _by_spelling(providers: list[Provider]) -> Iterator[Likeness]:
    """Two companies whose names of several words differ in one letter of one long word."""
    by_rest: dict[tuple[str, ...], list[tuple[str, Provider]]] = defaultdict(list)
    for provider in (p for p in providers if has_legal_form(p.name)):
        words = provider.plain.split()
        for place, word in enumerate(words):
            if len(words) > 1 and len(word) >= LONG_ENOUGH:
                rest = (*words[:place], "", *words[place + 1 :])
                by_rest[rest].append((word, provider))
    for near in by_rest.values():
        for (word, one), (spelt, other) in itertools.combinations(near, 2):
            if word[0] == spelt[0] and DamerauLevenshtein.distance(word, spelt) == 1:
                yield _likeness(
                    0.75, f'the names differ only in "{word}" and "{spelt}"', one, other
                )


def _alike(keyed: Iterable[tuple[str, Provider]]) -> Iterator[tuple[str, list[Provider]]]:
    members: dict[str, list[Provider]] = defaultdict(list)
    for key, provider in keyed:
        members[key].append(provider)
    return ((key, found) for key, found in sorted(members.items()) if len(found) > 1)


def _squashed(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


def _chained(members: list[Provider], score: float, basis: str) -> Iterator[Likeness]:
    return (_likeness(score, basis, a, b) for a, b in itertools.pairwise(members))


def _likeness(score: float, basis: str, one: Provider, other: Provider) -> Likeness:
    first, second = sorted((one.id, other.id))
    return Likeness(score, basis, first, second)


def _joined(
    providers: Mapping[str, Provider], likenesses: Iterable[Likeness]
) -> list[tuple[str, ...]]:
    """The providers in groups: whoever is like one member is of the group."""
    head = {provider: provider for provider in providers}

    def head_of(provider: str) -> str:
        while head[provider] != provider:
            provider = head[provider]
        return provider

    for likeness in likenesses:
        first, second = sorted((head_of(likeness.one), head_of(likeness.other)))
        head[second] = first
    members: dict[str, list[str]] = defaultdict(list)
    for provider in sorted(providers):
        members[head_of(provider)].append(provider)
    return [tuple(found) for _, found in sorted(members.items()) if len(found) > 1]


def _rows(members: list[Provider], best: Mapping[str, Likeness]) -> Iterator[tuple[object, ...]]:
    """Each member with the group's name and its own best reason for being in it."""
    name = _group_name(members)
    group = "group:" + re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") + ":" + members[0].id
    for provider in members:
        reason = best[provider.id]
        yield provider.id, provider.name, group, name, reason.score, reason.basis


def _group_name(members: list[Provider]) -> str:
    """The brand, or the group that a name mentions, or the shortest name without its form."""
    for provider in members:
        if provider.brand:
            return provider.brand
    for provider in members:
        if found := MEMBER_OF.search(provider.name):
            return found[1].strip()
    bare = [re.sub(r"\s*\([^)]*\)", "", _without_form(p.name)) for p in members]
    shortest = min(bare, key=lambda name: (len(name), name))
    return re.sub(r"(?i)\s*\(?\bno\.?\s*\d+\)?\s*$", "", shortest.strip(" .,")).strip(" .,")
