"""The inbox is each officer's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from carewright.contract import api as contract
from carewright.decide import api as decide
from carewright.decide.api import Verdict
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import contract as contracts
from tests.factories import contract_imports
from tests.factories import decide as decisions
from tests.factories import platform as make
from tests.factories import register as files

pytestmark = pytest.mark.django_db


def test_a_file_that_was_read_waits_for_a_decision(
    by: platform.Officer, browser: Client, tmp_path: Path
) -> None:
    files.read(by, files.datastore(tmp_path))
    page = browser.get("/inbox/").content.decode()
    assert "Waiting for you, without a date" in page
    assert "Import store_2022-03-31.csv" in page


def test_a_strangers_desk_is_another(by: platform.Officer, tmp_path: Path) -> None:
    files.read(by, files.datastore(tmp_path))
    page = make.signed_in(make.commissioner()).get("/inbox/").content.decode()
    assert "Nothing waits for you" in page


def test_the_figures_behind_the_picture_can_be_taken_away(browser: Client) -> None:
    content = b"".join(browser.get("/inbox/weeks.csv").streaming_content).decode("utf-8-sig")
    assert content.splitlines()[0] == '"Week beginning","Duties"'
    assert len(content.splitlines()) == 13


def test_care_that_goes_on_until_a_day_and_what_agreements_lack_wait_for_their_owner(
    by: platform.Officer, tmp_path: Path
) -> None:
    keeper = contracts.colleague(by, Role.CONTRACT_MANAGER)
    agreement_id = contracts.live(keeper)
    contract.let_care_go_on(
        agreement_id=agreement_id, reason="The next is not signed", owner_id=keeper.id,
        until=make.TODAY, people_affected=12, by=keeper, at=make.NOW,
    )  # fmt: skip
    wrong = {"End Date": "31/02/2027"}
    contract_imports.begun(keeper, contract_imports.register_file(tmp_path, wrong))
    page = make.signed_in(keeper).get("/inbox/").content.decode()
    assert "Give the care a valid agreement: Care at home" in page
    assert "Put right what 1 agreement of yours lacks" in page
    assert "Answer what the import of contracts.csv asks" in page
    assert "Import contracts.csv" not in page


def test_whoever_says_whether_a_decision_stands_takes_it_from_all_others(
    by: platform.Officer,
) -> None:
    director = decisions.colleague(by, Role.AUTHORISING_DIRECTOR)
    other = decisions.colleague(by, Role.AUTHORISING_DIRECTOR)
    member = decisions.colleague(by, Role.SCRUTINY_MEMBER)
    line = {"act": "award", "steps": ["Authorising director"], "scrutiny_after": 4}
    decisions.scheme(by.organisation.id, lines=(line,))
    request_id = decisions.request(by)
    decisions.approved(request_id, director, at=make.NOW)
    decisions.sent_back(request_id, member)
    desk = make.signed_in(other)
    waits = "Say whether it stands · any authorising director"
    assert waits in desk.get("/inbox/").content.decode()
    decide.decide_again(
        request_id=request_id, verdict=Verdict.CONFIRMED, why="They are", by=director, at=make.NOW
    )
    assert waits not in desk.get("/inbox/").content.decode()
