"""A paper stays its owner's alone; what it asks for can be put before partners."""

from __future__ import annotations

import pytest
from django.urls import reverse

from carewright.decide import api as decide
from carewright.platform import api as platform
from carewright.platform.api import Level, SharedKind
from tests.factories import decide as decisions
from tests.factories import govern as given
from tests.factories import platform as make
from tests.factories import together

pytestmark = pytest.mark.django_db


def test_a_paper_s_request_is_shared_on_the_page_that_sends_it_and_the_paper_is_not(
    by: platform.Officer,
) -> None:
    partner = make.commissioner()
    joint = together.partnership(by, partner, shared={SharedKind.APPROVAL: Level.SEE})
    decisions.scheme(by.organisation.id, "Authorising director")
    paper_id = given.complete(by)
    window = make.signed_in(by)
    address = reverse("govern:check", args=[paper_id])
    assert platform.partnership(joint, seen_by=by).name in window.get(address).text
    window.post(address, {"partnership": str(joint)})
    [asked] = decide.approvals_about("paper", paper_id, seen_by=together.again(partner))
    assert asked.organisation == by.organisation.name
    theirs = make.signed_in(partner)
    page = theirs.get(reverse("decide:request", args=[asked.id])).text
    assert f"Ask {by.organisation.name} for the paper" in page
    assert theirs.get(reverse("govern:paper", args=[paper_id])).status_code == 404
    assert asked.title not in theirs.get(reverse("govern:papers")).text


def test_who_shares_approvals_with_nobody_is_not_asked_with_whom(by: platform.Officer) -> None:
    page = make.signed_in(by).get(reverse("govern:check", args=[given.complete(by)]))
    assert "with partners" not in page.text
