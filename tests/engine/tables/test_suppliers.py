"""Suppliers are matched by number, then by name, with reasons, and never joined by themselves."""

from __future__ import annotations

from carewright_engine.tables.suppliers import Candidate, KnownSuppliers, Supplier

KNOWN = KnownSuppliers(
    (
        Supplier("p1", "Rowan Care Limited", frozenset({"01234567"}), "KY1 1AA"),
        Supplier("p2", "Birch Homes (Fife) Ltd", frozenset({"SC012345"})),
        Supplier("p3", "Rowan Cars Limited"),
        Supplier("p4", "Thistle Trust"),
    )
)


def candidates(name: str, *numbers: str, postcode: str | None = None) -> tuple[Candidate, ...]:
    return KNOWN.candidates(Supplier("s", name, frozenset(numbers), postcode))


def test_an_equal_number_under_an_alike_name_is_surest() -> None:
    first = candidates("Rowan Care", "01234567")[0]
    assert (first.id, first.score, first.caution) == ("p1", 1.0, "")
    assert first.reasons == ("the number 01234567 is the same",)


def test_an_equal_number_under_an_unlike_name_is_a_warning() -> None:
    (found,) = candidates("Underwater Surveys Ltd", "SC012345")
    assert (found.id, found.score) == ("p2", 0.7)
    assert "mistyped" in found.caution


def test_equal_names_are_told_apart_from_alike_ones_and_both_are_proposed() -> None:
    found = candidates("ROWAN CARE LTD.")
    assert [each.id for each in found] == ["p1", "p3"]
    assert found[0].reasons == ("the names are the same but for how they are written",)
    assert found[1].score < found[0].score
    assert found[1].reasons == ("the names are alike (90 of 100)",)


def test_the_same_postcode_speaks_for_a_name() -> None:
    near, plain = candidates("Rowan Care", postcode="KY1 1AA")[0], candidates("Rowan Care")[0]
    assert near.score > plain.score
    assert "the postcode is the same" in near.reasons


def test_numbers_that_differ_speak_against_equal_names() -> None:
    first = candidates("Rowan Care Ltd", "07654321")[0]
    assert "two firms" in first.caution


def test_the_name_that_a_firm_trades_under_counts() -> None:
    assert candidates("Acme Holdings Ltd t/a Thistle Trust")[0].id == "p4"


def test_nobody_is_proposed_when_nothing_speaks_for_anybody() -> None:
    assert candidates("Various Things Ltd", "99999999") == ()
