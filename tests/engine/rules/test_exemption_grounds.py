"""On what something is bought without competition, typed a second time from the laws."""

from __future__ import annotations

from datetime import date

import pytest

from carewright_engine.rules.exemption_grounds import (
    every_exemption_ground,
    exemption_grounds,
    read_exemption_grounds,
)
from carewright_engine.rules.facts import Regime
from carewright_engine.rules.refusing import RefusedData
from carewright_engine.values.bank_holidays import Nation

ON = date(2026, 6, 3)
KNOWN = {
    (Regime.PA2023, Nation.ENGLAND): {
        "one_supplier", "extension", "repeat", "insolvency", "urgent", "user_choice", "no_tender",
    },
    (Regime.PCR2015, Nation.ENGLAND): {"no_tender", "one_supplier", "urgent"},
    (Regime.PSR2023, Nation.ENGLAND): {"only_provider", "choice", "satisfying", "urgent"},
    (Regime.SCOT_HIGHER, Nation.SCOTLAND): {"no_tender", "one_supplier", "urgent"},
    (Regime.SCOT_REGULATED, Nation.SCOTLAND): {"care"},
    (Regime.BELOW_THRESHOLD, Nation.SCOTLAND): {"only_nearby", "continuity", "urgent"},
}  # fmt: skip


@pytest.mark.parametrize(("regime", "nation"), KNOWN)
def test_a_regime_knows_its_own_grounds_of_exemption(regime: Regime, nation: Nation) -> None:
    found = {row.id.rpartition(".")[2] for row in exemption_grounds(regime, nation, ON)}
    assert found == KNOWN[regime, nation]


def test_no_ground_counts_before_its_law_or_in_another_nation() -> None:
    assert exemption_grounds(Regime.PA2023, Nation.ENGLAND, date(2025, 2, 23)) == ()
    assert exemption_grounds(Regime.PA2023, Nation.SCOTLAND, ON) == ()


def test_nobody_has_read_a_ground_of_exemption_in_its_source_yet() -> None:
    rows = [row for each in every_exemption_ground().values() for row in each]
    assert rows
    assert not any(row.verified for row in rows)


def test_a_ground_without_its_evidence_is_refused() -> None:
    header = "id,words,regimes,jurisdiction,from,to,evidence,basis,source,verified"
    with pytest.raises(RefusedData, match="evidence"):
        read_exemption_grounds(
            f"{header}\na.b,Words,pa2023,england,2025-01-01,,,law,Somewhere,no\n"
        )
