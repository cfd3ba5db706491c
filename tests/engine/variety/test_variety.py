"""What differs between like contracts is all found, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carewright_engine.tables.gaps import Absence, Gap
from carewright_engine.variety.answers import Basis, TermFound, Variety
from carewright_engine.variety.comparing import variety
from carewright_engine.variety.contracts import Contract
from tests.engine.variety.practice import Plants, registers

# Within Elmshire one notice, one price and one advance payment; Oakshire pays later than the
# others and prices care homes by the day; Strathalder reviews prices in its own way; lengths
# differ in two councils.
PLANTED: Plants = {
    ("E2", "Notice by provider"): "28 days",
    ("E3", "Rate"): "39.00",
    ("E8", "Paid in advance"): "Yes",
    **{(f"O{n}", "Payment terms"): "30 days" for n in range(6)},
    **{(f"O{n}", "Unit"): "day" for n in range(6, 12)},
    **{(f"O{n}", "Rate"): "121.50" for n in range(6, 12)},
    **{(f"S{n}", "Price review"): "Council's discretion" for n in range(6)},
    ("E9", "Length (months)"): "12",
    ("S9", "Length (months)"): "12",
}


def found(answer: Variety) -> dict[tuple[str, str], TermFound]:
    return {(group.like, term.name): term for group in answer.groups for term in group.differing}


def test_every_planted_difference_is_found_and_none_is_invented(tmp_path: Path) -> None:
    differing = found(variety(registers(tmp_path, PLANTED)))
    told = {key: (term.within, term.between) for key, term in differing.items()}
    assert told == {
        ("Home care", "provider_notice_days"): (("Elmshire",), False),
        ("Home care", "price_hour"): (("Elmshire",), False),
        ("Care homes", "in_advance"): (("Elmshire",), False),
        ("Home care", "payment_days"): ((), True),
        ("Care homes", "price_unit"): ((), True),
        ("Home care", "price_review"): ((), True),
        ("Care homes", "months"): (("Elmshire", "Strathalder"), False),
    }


def test_who_stands_apart_is_named_with_the_reason(tmp_path: Path) -> None:
    differing = found(variety(registers(tmp_path, PLANTED)))
    apart = {
        (term.name, each.holder.name): (each.shown, each.why)
        for term in differing.values()
        for each in term.apart
    }
    assert apart == {
        ("provider_notice_days", "E2"): ("28 days", "17 of 18 have 84 days"),
        ("price_hour", "E3"): ("£39.00", "the middle of 18 prices is £21.50"),
        ("in_advance", "E8"): ("in advance", "17 of 18 have afterwards"),
        ("months", "E9"): ("12 months", "16 of 18 have 24 months"),
        ("months", "S9"): ("12 months", "16 of 18 have 24 months"),
    }


def test_councils_that_agree_in_everything_differ_in_nothing(tmp_path: Path) -> None:
    answer = variety(registers(tmp_path, {}))
    assert [group.contracts for group in answer.groups] == [18, 18]
    assert found(answer) == {}
    assert all(not term.apart for group in answer.groups for term in group.terms)


def test_prices_of_different_units_are_never_compared(tmp_path: Path) -> None:
    answer = variety(registers(tmp_path, PLANTED))
    homes = {term.name: term for term in answer.groups[0].terms}
    for unit, priced in (("week", 12), ("day", 6)):
        term = homes[f"price_{unit}"]
        assert (term.known, term.does_not_arise, term.differs) == (priced, 18 - priced, False)


def test_a_term_that_no_file_holds_is_not_known_and_differs_nowhere(tmp_path: Path) -> None:
    answer = variety(
        registers(tmp_path, {("E1", "Notice by provider"): ""}, without=("Price review",))
    )
    terms = {term.name: term for term in answer.groups[1].terms}
    review, notice = terms["price_review"], terms["provider_notice_days"]
    assert (review.held, review.not_known) == ((), {Absence.NOT_IN_FILE: 18})
    assert review.standard.why == "nobody says"
    assert (notice.known, notice.not_known, notice.differs) == (17, {Absence.BLANK: 1}, False)


def test_a_standard_says_what_most_hold_or_else_the_most_careful(tmp_path: Path) -> None:
    split = {
        **{(f"E{n}", "Notice by council"): "4 weeks" for n in range(6)},
        **{(f"O{n}", "Notice by council"): "8 weeks" for n in range(6)},
        **{(f"S{n}", "Paid in advance"): "Yes" for n in range(1, 6)},
        **{(f"O{n}", "Paid in advance"): "Yes" for n in range(6)},
    }
    answer = variety(registers(tmp_path, PLANTED | split))
    standard = {term.name: term.standard for term in answer.groups[1].terms}
    assert (standard["provider_notice_days"].shown, standard["provider_notice_days"].basis) == (
        "84 days", Basis.MOST_COMMON,
    )  # fmt: skip
    assert (standard["council_notice_days"].shown, standard["council_notice_days"].basis) == (
        "84 days", Basis.MOST_CAREFUL,
    )  # fmt: skip
    assert "keep people's care going" in standard["council_notice_days"].why
    assert standard["in_advance"].shown == "afterwards"  # though most pay in advance
    assert standard["price_hour"].basis is Basis.MIDDLE


def test_a_standard_never_says_what_the_law_forbids(tmp_path: Path) -> None:
    late = {(f"{c}{n}", "Payment terms"): "60 days" for c in "EOS" for n in range(6)}
    late[("E0", "Payment terms")] = "30 days"
    contracts = registers(tmp_path, late)
    terms = {t.name: t for t in variety(contracts, pay_within=30).groups[1].terms}
    assert terms["payment_days"].standard.shown == "30 days"
    unjudged = {t.name: t for t in variety(contracts).groups[1].terms}
    assert unjudged["payment_days"].standard.shown == "60 days"


def test_too_few_contracts_are_counted_and_not_compared(tmp_path: Path) -> None:
    contracts = registers(tmp_path, PLANTED)
    few = [each for each in contracts if each.like != "Home care"] + contracts[:4]
    answer = variety([*few, replace(contracts[0], id="x", like=None)])
    assert [group.like for group in answer.groups] == ["Care homes"]
    assert answer.too_few == {"Home care": 4}
    assert answer.not_told == 1


def test_a_contract_that_is_over_holds_no_terms(tmp_path: Path) -> None:
    over = {("E2", "Status"): "Expired", ("E2", "Notice by provider"): "28 days"}
    assert found(variety(registers(tmp_path, over))) == {}


TERMS = {"kind": ("block", "spot"), "notice_days": (84, 28), "price_hour": (2150, 4000)}


def _contract(council: str, number: int, changed: frozenset[str]) -> Contract:
    terms = {name: values[name in changed] for name, values in TERMS.items()}
    gaps = {"price_review": Gap(Absence.NOT_IN_FILE)}
    return Contract(f"{council}{number}", council, f"{council}{number}", "", "Meals", terms, gaps)


@settings(max_examples=50)
@given(
    st.dictionaries(
        st.tuples(st.sampled_from("EOS"), st.integers(0, 7)),
        st.frozensets(st.sampled_from(sorted(TERMS)), min_size=1),
        max_size=6,
    )
)
def test_whatever_a_few_contracts_hold_apart_is_found(
    planted: dict[tuple[str, int], frozenset[str]],
) -> None:
    contracts = [
        _contract(council, number, planted.get((council, number), frozenset()))
        for council in "EOS"
        for number in range(8)
    ]
    (group,) = variety(contracts).groups
    apart = {(each.holder.id, term.name) for term in group.terms for each in term.apart}
    assert apart == {(f"{c}{n}", name) for (c, n), names in planted.items() for name in names}
    for term in group.terms:
        assert term.known + sum(term.not_known.values()) + term.does_not_arise == 24


@pytest.mark.realdata
def test_a_real_register_is_compared_without_inventing_terms(real_data: Path) -> None:
    from carewright_engine.tables.kinds import read_published
    from carewright_engine.variety.contracts import contracts_of

    path = real_data / "registers/salford_contract_register_2022-07_part.csv"
    table = read_published(path).tables["contract"]
    answer = variety(contracts_of(table, {table["dataset"][0]: "Salford"}), least=3)
    assert [group.like for group in answer.groups] == ["Short breaks, children"]
    for term in answer.groups[0].terms:
        if term.name not in ("months", "extension_months"):
            assert term.not_known == {Absence.NOT_IN_FILE: 3}
