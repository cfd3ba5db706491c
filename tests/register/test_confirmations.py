"""What files only let us propose is confirmed by a person, and figures keep to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from carewright.platform import api as platform
from carewright.register import api as register
from carewright.register import models
from tests.factories import platform as make
from tests.factories import register as files

pytestmark = pytest.mark.django_db

COUNCIL_RUN = {"ServiceType": "Local Authority", "ServiceProvider": "Fife Council"}


@pytest.fixture
def fife(acting: platform.Officer, tmp_path: Path) -> platform.Officer:
    """An officer who has imported one service of the council and two of one operator."""
    one = {"ServiceProvider": "Quernhill Homes Limited", "SP_number": "SP1"}
    same = {"ServiceProvider": "Quernhill Homes (No. 2) Limited", "SP_number": "SP2"}
    files.imported(acting, files.datastore(tmp_path, COUNCIL_RUN, one, same))
    return acting


def runs(by: platform.Officer, **change: object) -> None:
    asked: dict[str, object] = {
        "service_ids": ["CS2003000001"], "public_class": "council_company",
        "reason": "Annual accounts",
    }  # fmt: skip
    register.confirm_who_runs(by=by, at=make.NOW, **{**asked, **change})  # type: ignore[arg-type]


def confirmed(by: platform.Officer) -> object:
    return register.inputs_for(seen_by=by).confirmed


def test_a_service_that_the_file_files_under_the_council_is_proposed(
    fife: platform.Officer,
) -> None:
    (proposal,) = register.public_run_proposals(files.FIFE, seen_by=fife)
    assert (proposal.service_id, proposal.proposed) == ("CS2003000001", "council")
    assert proposal.basis
    assert proposal.decided is None


def test_a_councils_own_list_of_a_later_day_hides_no_proposal(
    fife: platform.Officer, tmp_path: Path
) -> None:
    own = tmp_path / "own_2024-03-31.csv"
    own.write_text("Reference,Name,Kind,Council,Run by\nD1,Club,lunch club,Fife,Council\n")
    files.imported(fife, own, kind="council_list")
    found = register.public_run_proposals(files.FIFE, seen_by=fife)
    assert {proposal.service_id for proposal in found} == {"CS2003000001", "list:D1"}


def test_what_a_person_confirms_reaches_figures_and_says_who(fife: platform.Officer) -> None:
    runs(fife)
    assert confirmed(fife).public == {"CS2003000001": "council_company"}
    (proposal,) = register.public_run_proposals(files.FIFE, seen_by=fife)
    assert (proposal.decided, proposal.decided_by) == ("council_company", "Person")


def test_a_person_may_find_that_a_service_is_not_publicly_run(fife: platform.Officer) -> None:
    runs(fife, public_class="")
    assert confirmed(fife).public == {"CS2003000001": None}


def test_a_later_confirmation_takes_the_place_of_the_earlier(fife: platform.Officer) -> None:
    runs(fife)
    runs(fife, public_class="council")
    assert confirmed(fife).public == {"CS2003000001": "council"}
    assert models.PublicRunDecision.objects.count() == 2


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("service", {"service_ids": []}),
        ("service", {"service_ids": ["CS2003000001", "CS9999999999"]}),
        ("public_class", {"public_class": "charity"}),
        ("reason", {"reason": " "}),
    ],
)
def test_a_confirmation_that_cannot_stand_names_the_question(
    field: str, change: dict[str, object], fife: platform.Officer
) -> None:
    with pytest.raises(register.DecisionRefused) as refused:
        runs(fife, **change)
    assert [blocker.field for blocker in refused.value.blockers] == [field]
    assert not models.PublicRunDecision.objects.exists()


def test_companies_of_one_owner_are_proposed_as_one_operator(fife: platform.Officer) -> None:
    (group,) = register.group_proposals(seen_by=fife)
    assert group.provider_ids == ("SP1", "SP2")
    assert group.is_one is None
    assert 0 < group.score <= 1


@pytest.mark.parametrize("is_one", [True, False])
def test_a_confirmed_or_undone_group_reaches_figures(is_one: bool, fife: platform.Officer) -> None:
    (group,) = register.group_proposals(seen_by=fife)
    register.confirm_group(
        group_id=group.group_id, group_name=group.group_name, is_one=is_one,
        reason="Companies House", by=fife, at=make.NOW,
    )  # fmt: skip
    known = confirmed(fife)
    assert (group.group_id in known.groups_confirmed) is is_one
    assert (group.group_id in known.groups_undone) is not is_one
    assert register.group_proposal(group.group_id, seen_by=fife).is_one is is_one


def test_a_group_is_not_decided_without_a_reason(fife: platform.Officer) -> None:
    (group,) = register.group_proposals(seen_by=fife)
    with pytest.raises(register.DecisionRefused):
        register.confirm_group(
            group_id=group.group_id, group_name="Q", is_one=True, reason=" ", by=fife, at=make.NOW
        )


def test_the_database_lets_one_decision_stand(fife: platform.Officer) -> None:
    runs(fife)
    standing = models.PublicRunDecision.objects.get()
    standing.pk = None
    with (
        pytest.raises(IntegrityError, match="public_run_decision_stands_once_for_a_service"),
        transaction.atomic(),
    ):
        models.PublicRunDecision.objects.create(
            organisation_id=standing.organisation_id, service_id=standing.service_id,
            public_class="council", reason="x", decided_by_name="Y", decided_at=make.NOW,
        )  # fmt: skip
