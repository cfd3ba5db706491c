"""Practice agreements are of every kind and state, and filling twice brings nothing twice."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from carewright.config import practice_contract, practice_decide, practice_govern, practice_import
from carewright.contract import api as contract
from carewright.contract.api import AgreementState, Kind
from carewright.platform import api as platform
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

#: Faults that somebody who looks for one will find, by agreement.
PLANTED: Mapping[str, set[str]] = {
    "Supported living, Brackendale": set(),
    "Lunch club at Elm Row": set(),
    "Care at home, Elm Valley and Alderside": {"NO_PRICE_GAP", "EXIT"},
    "Respite at Alder Lodge": {"IN_TERM", "EXEMPTION"},
    "Sitting service, Alder Glen": {"IN_TERM"},
    "Night support, Riverside": {"AUTHORITY", "NOTICE", "REGISTERED", "MONITORING"},
    "Advice for unpaid carers": {"SIGNED", "PAYMENT_TERMS", "DATA", "REGISTERED", "MONITORING"},
}


def test_practice_agreements_stand_at_every_state_with_the_planted_faults() -> None:
    platform.ensure_practice_officers(by=make.OPERATOR, at=make.NOW)
    for stage in (practice_decide, practice_contract, practice_contract):
        stage.fill(by=make.OPERATOR, at=make.NOW)
    seen_by = practice_govern.Cast(make.NOW).person("contracts")
    kept = contract.agreements(seen_by=seen_by)
    found = [contract.agreement(each.pk, seen_by=seen_by, on=make.TODAY) for each in kept]
    assert {each.wording.kind for each in found} == set(Kind)
    states = set(AgreementState) - {
        AgreementState.SIGNED, AgreementState.ENDING, AgreementState.ENDED,
    }  # fmt: skip
    assert {each.state for each in found} >= states
    wrong = {each.wording.title: {c.code for c in each.to_put_right} for each in found}
    assert {title: wrong[title] for title in PLANTED} == PLANTED


def test_the_practice_register_is_imported_with_some_questions_left_open() -> None:
    platform.ensure_practice_officers(by=make.OPERATOR, at=make.NOW)
    for stage in (practice_decide, practice_contract, practice_import, practice_import):
        stage.fill(by=make.OPERATOR, at=make.NOW)
    seen_by = practice_govern.Cast(make.NOW).person("contracts")
    (batch,) = contract.imports(seen_by=seen_by)
    found = contract.import_of(batch.pk, seen_by=seen_by).counts
    assert (found.read, found.kept, found.doubtful, found.refused) == (9, 7, 1, 1)
    assert (found.placed, found.put_aside, found.asked, found.suppliers_asked) == (2, 2, 2, 4)
