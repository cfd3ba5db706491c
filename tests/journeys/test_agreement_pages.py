"""Every page that asks about an agreement works on a desk and on a telephone without script."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest

from tests.journeys.commissioner import Commissioner
from tests.journeys.person import DESK, TELEPHONE_WITHOUT_SCRIPT, Surroundings

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.xdist_group("journeys")]

SitsDown = Callable[[Surroundings], Commissioner]
#: The pages of an agreement that is in use, of a draft, and of a framework.
PAGES: Final = {
    "Care at home, Elm Valley": (
        "", "steps/ask_to_extend/", "steps/extend/", "steps/fill_in/", "steps/plans/",
        "steps/successor/", "steps/price/", "sign/", "care-goes-on/",
    ),
    "Meals at home": ("steps/take_out/", "steps/option/", "steps/abandon/", "steps/terms/"),
    "Telecare framework": ("", "steps/provider/", "steps/begin/"),
}  # fmt: skip


@pytest.mark.parametrize("surroundings", [DESK, TELEPHONE_WITHOUT_SCRIPT], ids=str)
def test_pages_of_agreements_work_for_everybody(
    surroundings: Surroundings, commissioner: SitsDown
) -> None:
    she = commissioner(surroundings)
    she.signs_in_as("Dev Larch")
    for title, pages in PAGES.items():
        she.opens(f"/contract/?q={title}")
        she.page.locator("table a").filter(has_text=title).first.click()
        she.page.wait_for_load_state()
        address = she.page.url
        for page in pages:
            she.opens(address + page)
    for page in ("kinds/", "kinds/say/", "import/", "variety/", "changes/exemptions/new/"):
        she.opens(f"/contract/{page}")
