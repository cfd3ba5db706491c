"""A paper is decided by somebody else than those who wrote it, and as it was when it was sent."""

from __future__ import annotations

import pytest

from carewright.decide import api as decide
from carewright.govern import api as govern
from carewright.govern.api import Section
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import decide as ask
from tests.factories import govern as papers
from tests.factories import platform as make

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("wrote", ["all of it", "one section"])
def test_whoever_wrote_a_paper_does_not_approve_it_when_a_colleague_sends_it(
    by: platform.Officer, wrote: str
) -> None:
    chief = papers.colleague(by, Role.CHIEF_OFFICER)
    ask.scheme(by.organisation.id, "Chief officer")
    paper_id = papers.written(chief if wrote == "all of it" else by)
    govern.save_section(
        paper_id=paper_id, section=Section.MONEY, answers={"annual_value_pence": 4_000_000},
        by=chief, at=make.NOW,
    )  # fmt: skip
    request_id = govern.send_for_approval(
        paper_id=paper_id, reason="They follow", by=by, at=make.NOW
    )
    with pytest.raises(decide.CannotDecide, match="what they wrote themselves"):
        ask.approved(request_id, chief)
    ask.approved(request_id, papers.colleague(by, Role.CHIEF_OFFICER))
