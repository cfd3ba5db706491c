"""A release of ours is published only when nothing in it is odd, incoherent or about one person."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from carewright_engine.open_contracting.checking import checked
from carewright_engine.open_contracting.compiling import compiled
from carewright_engine.open_contracting.findings import Kind
from carewright_engine.open_contracting.looking import is_plain
from carewright_engine.open_contracting.money import Worth, worth_of_awards
from tests.engine.open_contracting.releases import awarded, contracted, tendered


def changed(release: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """The release with one value put elsewhere; a field that ends in `-` is taken out."""
    release = deepcopy(release)
    *way, last = path.split("/")
    place: Any = release
    for step in way:
        place = place[int(step)] if step.isdigit() else place[step]
    place[int(last) if last.isdigit() else last] = value
    return release


def said(release: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one.kind.value, one.words) for one in checked(release).found]


@pytest.mark.parametrize("release", [tendered(), awarded(), contracted()])
def test_a_sound_release_is_fit_to_be_published(release: dict[str, Any]) -> None:
    assert said(release) == []
    assert is_plain(release)
    assert checked(release).may_be_published


def test_so_is_what_sound_releases_compile_to() -> None:
    assert said(compiled([tendered(), awarded(), contracted()])) == []


ODD = [
    ("tender/title", None, "odd", "The value is null"),
    ("tender/title", "  ", "odd", "The text is empty"),
    ("tender/lots", [], "odd", "The list is empty"),
    ("tender/value", {}, "odd", "The object is empty"),
    ("tender/title", "TBC", "odd", "stands for nothing"),
    ("tender/lots/0/value/amount", 0, "odd", "nought"),
    ("tender/lots/0/value", {"amountGross": 5, "currency": "GBP"}, "odd", "with tax and none"),
    ("tender/tenderPeriod/endDate", "2026-04-10", "odd", "a day without a time"),
    ("tender/tenderPeriod/endDate", "2026-04-10T12:00:00", "odd", "which clock"),
    ("tender/tenderPeriod/endDate", "soon", "schema", "cannot be read"),
    ("tender/tenderPeriod/durationInDays", "1e9999", "schema", "is not of type"),
    ("tender/status", "finished", "schema", "is not one of"),
    ("tender/unheardOf", 1, "unknown", "it is kept"),
    ("tender/documents", [{"id": "1", "url": "example.org/a"}], "schema", "is no address"),
]


@pytest.mark.parametrize(("path", "value", "kind", "words"), ODD)
def test_what_is_odd_is_said(path: str, value: Any, kind: str, words: str) -> None:
    release = changed(tendered(), path, value)
    assert not is_plain(release)
    found = said(release)
    assert any(of == kind and words in text for of, text in found), found


def test_the_fields_of_the_uk_extension_are_known() -> None:
    release = changed(awarded(), "tender/specialRegime", ["lightTouch"])
    release = changed(release, "awards/0/assessmentSummariesDateSent", "2026-04-15T09:00:00Z")
    assert said(release) == []


INCOHERENT = [
    (tendered(), "tender/tenderPeriod/startDate", "2026-04-11T09:00:00Z", "before it begins"),
    (awarded(), "awards/0/date", "2026-04-09T09:00:00Z", "awarded before bids close"),
    (contracted(), "contracts/0/dateSigned", "2006-03-31T00:00:00Z", "signed before it is awarded"),
    (contracted(), "contracts/0/dateSigned", "2026-05-31T00:00:00Z", "signed after this release"),
    (
        contracted(),
        "awards/0/standstillPeriod",
        {"endDate": "2026-04-29T00:00:00Z"},
        "signed within the standstill",
    ),
    (awarded(), "tender/status", "cancelled", "an award is active"),
    (awarded(), "tender/lots/0/status", "active", "this lot is active"),
    (contracted(), "awards/0/status", "cancelled", "its award is cancelled"),
    (tendered(), "tag", ["award"], "has no awards"),
    (contracted(), "contracts/0/awardID", "a9", "no award a9"),
    (awarded(), "awards/0/relatedLots", ["west"], "no lot west"),
    (tendered(), "tender/items/0/relatedLot", "west", "no lot west"),
    (tendered(), "tender/lots/1/id", "north", "given twice"),
    (tendered(), "buyer", {"id": "GB-LAE-OAK"}, "not among the parties"),
    (awarded(), "parties/1/roles", ["tenderer"], "does not have the role supplier"),
    (tendered(), "parties/1", {"id": "1", "name": "Brook"}, "has no role"),
    (contracted(), "contracts/0/value/amount", 4900000, "of an award of 4,800,000.00"),
    (contracted(), "contracts/0/value/currency", "EUR", "its award in GBP"),
    (awarded(), "awards/0/value/amount", -1, "below nought"),
    (
        changed(tendered(), "tender/tenderers", [{"id": "GB-COH-01234567"}] * 2),
        "tender/numberOfTenderers",
        1,
        "1 tenderers are counted and 2 are listed",
    ),
]


@pytest.mark.parametrize(("release", "path", "value", "words"), INCOHERENT)
def test_what_cannot_be_so_keeps_a_release_from_being_published(
    release: dict[str, Any], path: str, value: Any, words: str
) -> None:
    found = checked(changed(release, path, value))
    assert any(words in one.words and one.kind == Kind.COHERENCE for one in found.found), found
    assert not found.may_be_published


def test_a_ceiling_that_many_awards_share_is_counted_once() -> None:
    award = awarded()["awards"][0]
    awards = [
        award | {"id": str(one), "value": {"amount": 5e6, "currency": "GBP"}} for one in range(62)
    ]
    framework = changed(awarded(), "awards", awards)
    framework = changed(framework, "tender/techniques", {"hasFrameworkAgreement": True})
    assert worth_of_awards(framework) == Worth("GBP", 5e6, is_ceiling=True)
    assert (
        "note",
        "62 awards have values of up to 5,000,000.00: ceilings are not added up.",
    ) in said(framework)
    assert worth_of_awards(awarded()) == Worth("GBP", 4800000, is_ceiling=False)


ABOUT_ONE = [
    "Residential placement for a young person with autism",
    "Placement ref: PL-20931",
    "Spot placement at Brook House",
    "Child AB - residential care",
    "Care package for one adult, aged 43",
    "NHS number 943 476 5919",
    "Support; DOB withheld",
    "Supported living, 19 year old",
    "Supplier AB123456C",
]
ABOUT_MANY = [
    "Residential placements for children and young people aged 16 to 25",
    "Care at home for adults aged 65 and over",
    "Framework for care and support, lot 1: personal care",
    "Person-centred support services",
    "Children’s homes, 12 places",
    "Reference 0123456780",
    "Support for carers aged 18+",
    "Provision of a case management system",
]


@pytest.mark.parametrize("title", ABOUT_ONE)
def test_what_reads_as_one_person_is_stopped(title: str) -> None:
    found = checked(changed(awarded(), "awards/0/title", title))
    assert [one.at for one in found.found if one.kind == Kind.PRIVACY], title
    assert not found.may_be_published


@pytest.mark.parametrize("title", ABOUT_MANY)
def test_what_is_for_many_is_not(title: str) -> None:
    assert said(changed(awarded(), "awards/0/title", title)) == []
