"""The record says by name what its events are about, as far as whoever reads it may see."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import reverse

from carewright.attest import api as attest
from carewright.correspond import api as correspond
from carewright.platform import api as platform
from carewright.platform import models as kept
from carewright.platform.api import Role
from carewright.web.subjects import KINDS
from tests.factories import contract as contracts
from tests.factories import correspond as letters
from tests.factories import cost as costs
from tests.factories import keep_to as duties
from tests.factories import people
from tests.factories import platform as make
from tests.factories import vary as changes

pytestmark = pytest.mark.django_db


def named(kind: str, key: object, seen_by: platform.Officer) -> str:
    """What the record says of one thing, and nothing where it is not named."""
    link = attest.named([(kind, str(key))], seen_by=seen_by).get((kind, str(key)))
    return link.text if link else ""


@pytest.fixture
def auditor(by: platform.Officer) -> platform.Officer:
    return contracts.colleague(by, Role.INTERNAL_AUDITOR)


@pytest.fixture
def keeper(by: platform.Officer) -> platform.Officer:
    return contracts.colleague(by, Role.CONTRACT_MANAGER)


def test_what_hangs_on_an_agreement_is_named_with_it(
    auditor: platform.Officer, keeper: platform.Officer
) -> None:
    agreement_id = duties.begun(keeper)
    duties.worked_out(keeper)
    owed = duties.standing(agreement_id, "agreement.notice")
    found: dict[str, tuple[object, str]] = {
        "variation": (changes.written(agreement_id, keeper), "C-0001 V1 More people need care"),
        "exit": (changes.planned(agreement_id, keeper), "C-0001 The service is bought anew"),
        "exemption": (changes.exempted(keeper), "X-0001 Respite at Alder Lodge"),
        "obligation": (owed.pk, f"C-0001 {owed.words}"),
        "briefing": (duties.briefed(agreement_id, keeper), "C-0001 Care at home, Version 1"),
        "statement": (duties.accounted(agreement_id, keeper), "C-0001 Care at home, 2024/25"),
        "grant_application": (duties.applied(keeper), "Alder Lunch Club: Lunches"),
        "cost_return": (costs.recorded(keeper), "Strathallow, Home care"),
    }
    stranger = make.officer(Role.INTERNAL_AUDITOR)
    for kind, (key, words) in found.items():
        assert named(kind, key, auditor) == words
        assert named(kind, key, stranger) == ""


def test_a_person_is_named_by_a_reference_and_only_to_who_may_see_people(
    by: platform.Officer, auditor: platform.Officer
) -> None:
    person_id = people.person(by.organisation.id, reference="EL-4711")
    assert named("person", person_id, auditor) == "EL-4711"
    administrator = contracts.colleague(by, Role.SYSTEM_ADMINISTRATOR)
    assert named("person", person_id, administrator) == ""


def test_a_letter_is_told_from_the_file_that_somebody_gave(
    by: platform.Officer, auditor: platform.Officer
) -> None:
    template_id = letters.approved(by)
    correspond.write_letters(
        template_id=template_id, subject_ids=[letters.meeting(by)], by=by, at=make.NOW
    )
    letter = kept.Document.objects.get(name__endswith=".docx")
    assert named("document", letter.pk, auditor).startswith("Letter: Invitation, ")
    assert named("letter_template", template_id, auditor) == "Invitation"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_leads_to_a_page(kind: str) -> None:
    assert reverse(KINDS[kind].route, args=[uuid4()]).startswith("/")
