"""What a provider is written: what rises and how, what stays, what is owed, who stands behind."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document

from carewright.uplift import api as uplift
from carewright.uplift import models
from tests.factories import contract as agreements
from tests.factories import uplift as given
from tests.factories.uplift import FROM, LATER, People

pytestmark = pytest.mark.django_db

DAY = "1\u00a0July\u00a02026"


def paper(browser: Client, round_id: UUID, which: str) -> tuple[str, list[list[list[str]]]]:
    """Its paragraphs as one text, and the cells of its tables."""
    provider = models.UpliftProvider.objects.get(round_id=round_id)
    found = browser.get(reverse("uplift:paper", args=[round_id, provider.pk, which]))
    document: Any = Document(BytesIO(found.content))
    tables = [[[cell.text for cell in row.cells] for row in each.rows] for each in document.tables]
    foot = document.sections[0].footer.paragraphs[0].text
    return "\n".join([*(each.text for each in document.paragraphs), foot]), tables


def test_a_letter_says_what_rises_how_what_stays_and_how_to_answer(
    people: People, browser: Client
) -> None:
    given.running(people.proposer)
    late = given.running(people.proposer)
    agreements.repriced(late, people.proposer, starts_on=FROM, pence=2200)
    asked = {"asked": "What you pay care workers", "answer_by": date(2026, 6, 20)}
    round_id = given.previewed(people.proposer, **asked)
    words, (rising, staying) = paper(browser, round_id, "letter")
    assert rising[0] == [
        "Agreement", "What is priced", "Up to 30\u00a0June\u00a02026", f"From {DAY}", "Rise",
    ]  # fmt: skip
    assert rising[1][2:] == ["£19.85", "£20.90", "5.29%"]
    assert {row[3] for row in staying[1:]} == {
        "Ends before the new prices begin", "Begins with or after the new prices",
    }  # fmt: skip
    for says in (
        "We propose the prices below", "Care by the unit rise by 5.31% in all",
        "70.0% of the price follows wage floor, which rises by 6.73%", "What you pay care workers",
        "by 20\u00a0June\u00a02026 whether you accept", people.proposer.email,
        "U-0001, Strathallow",
    ):  # fmt: skip
        assert says in words, says


def test_a_price_agreed_by_hand_is_named_with_its_reason(people: People, browser: Client) -> None:
    given.running(people.proposer)
    round_id = given.proposed(people.proposer)
    line = agreements.models.PriceLine.objects.get()
    uplift.agree_price(
        round_id=round_id, line_id=line.pk, pence=2222, source="Minute 14", by=people.proposer,
        at=LATER,
    )  # fmt: skip
    uplift.preview_round(round_id=round_id, by=people.proposer, at=LATER)
    words, _tables = paper(browser, round_id, "letter")
    assert "agreed on their own. Minute 14" in words
    assert "follows" not in words


def test_a_minute_says_who_stands_behind_it_and_what_is_owed(
    people: People, browser: Client
) -> None:
    given.running(people.proposer)
    round_id = given.approved(people, effective_on=date(2026, 4, 1))
    words, _tables = paper(browser, round_id, "minute")
    assert "Draft, not to be signed: the round is approved." in words
    owed = uplift.apply_round(round_id=round_id, by=people.proposer, at=LATER)
    words, (_rising, signed) = paper(browser, round_id, "minute")
    assert "Draft" not in words
    assert owed is not None
    for says in (
        "count up to and including 31\u00a0March\u00a02026", "about these agreements: C-0001.",
        f"£{owed / 100:.2f} more is owed", f"Worked out afresh by {people.reader.name}",
        f"Approved by {people.director.name}", "Applied by",
    ):  # fmt: skip
        assert says in words, says
    assert [row[0] for row in signed[1:]] == [
        people.proposer.organisation.name,
        agreements.PROVIDER,
    ]
