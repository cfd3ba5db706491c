"""What providers ask for and show, who sees it, and about which figures they have spoken."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from carewright.platform import models as platform_models
from carewright.platform.api import Role
from carewright.uplift import api as uplift
from carewright.uplift import models
from carewright.uplift.api import CannotDo, Said
from tests.factories import decide as decisions
from tests.factories import platform as make
from tests.factories import uplift as given
from tests.factories.uplift import DONE, LATER, People

pytestmark = pytest.mark.django_db

TODAY = {"said_on-day": "3", "said_on-month": "6", "said_on-year": "2026"}
PAYSLIPS = b"worker,pence\n1,1260\n"


def said(people: People, round_id: UUID, what: Said, words: str = "Because", **more: Any) -> None:
    provider = models.UpliftProvider.objects.get(round_id=round_id)
    uplift.record_answer(
        round_id=round_id, provider_id=provider.pk, by=people.proposer, **DONE,
        answer=uplift.Answer(said=what, said_on=make.TODAY, words=words, **more),
    )  # fmt: skip


def told(people: People, round_id: UUID) -> int:
    return uplift.send_to_providers(
        round_id=round_id, said_on=make.TODAY, answer_by=make.TODAY.replace(month=7),
        by=people.proposer, **DONE,
    )  # fmt: skip


def standing(round_id: UUID, people: People) -> Said | None:
    (provider,) = uplift.uplift_round(round_id, seen_by=people.proposer).providers
    return provider.said


def test_a_request_comes_with_its_document_to_the_reader_and_to_whoever_approves(
    people: People, browser: Client
) -> None:
    given.running(people.proposer)
    round_id = given.previewed(people.proposer)
    provider = models.UpliftProvider.objects.get()
    answers = {
        "which": str(provider.pk), "said": "requested", "words": "Fuel <rose>",
        "requested_pence": "23.50", "document": SimpleUploadedFile("payslips.csv", PAYSLIPS),
        **TODAY,
    }  # fmt: skip
    step = reverse("uplift:step", args=[round_id, "answer"])
    assert "on the record" in browser.post(step, answers, follow=True).content.decode()
    uplift.choose_reader(round_id=round_id, reader_id=people.reader.id, by=people.proposer, **DONE)
    document = platform_models.Document.objects.get()
    where = reverse("platform:document", args=[document.pk])
    for officer, page in ((people.reader, "read"), (people.director, "round")):
        sees = make.signed_in(officer)
        seen = sees.get(reverse(f"uplift:{page}", args=[round_id])).content.decode()
        assert "Fuel &lt;rose&gt;" in seen
        assert "£23.50" in seen
        assert f'href="{where}"' in seen
        assert sees.get(where).status_code == 200


def test_a_file_of_a_kind_that_is_not_taken_leaves_nothing_behind(people: People) -> None:
    given.running(people.proposer)
    round_id = given.previewed(people.proposer)
    with pytest.raises(CannotDo):
        said(people, round_id, Said.REQUESTED, evidence=("payslips.exe", BytesIO(b"MZ\x90")))
    assert not models.ProviderAnswer.objects.exists()
    assert not platform_models.Document.objects.exists()


def test_an_answer_to_figures_that_nobody_sent_is_refused_and_a_request_is_not(
    people: People,
) -> None:
    given.running(people.proposer)
    round_id = given.previewed(people.proposer)
    with pytest.raises(CannotDo, match="Send the provider the figures first"):
        said(people, round_id, Said.ACCEPTED)
    with pytest.raises(CannotDo, match="Say why"):
        said(people, round_id, Said.REQUESTED, words=" ")
    said(people, round_id, Said.REQUESTED)
    assert standing(round_id, people) is Said.REQUESTED
    assert told(people, round_id) == 1
    assert told(people, round_id) == 0
    said(people, round_id, Said.ACCEPTED)
    assert standing(round_id, people) is Said.ACCEPTED


def test_an_acceptance_of_other_prices_does_not_count_and_the_provider_is_asked_anew(
    people: People, browser: Client
) -> None:
    given.running(people.proposer)
    round_id = given.previewed(people.proposer)
    told(people, round_id)
    said(people, round_id, Said.ACCEPTED)
    lower = given.proposal(rule={"formulas": (given.formula(wage="0.02"),)})
    uplift.change_proposal(round_id=round_id, proposal=lower, by=people.proposer, **DONE)
    uplift.preview_round(round_id=round_id, by=people.proposer, **DONE)
    assert standing(round_id, people) is None
    page = browser.get(reverse("uplift:round", args=[round_id])).content.decode()
    assert "the figures changed since it was told" in page
    approve(people, round_id)
    with pytest.raises(CannotDo, match="has not been sent the figures"):
        uplift.apply_round(round_id=round_id, by=people.proposer, at=LATER)
    assert told(people, round_id) == 1
    said(people, round_id, Said.ACCEPTED)
    uplift.apply_round(round_id=round_id, by=people.proposer, at=LATER)


def approve(people: People, round_id: UUID) -> None:
    """Read by the second person and approved by the third."""
    uplift.choose_reader(round_id=round_id, reader_id=people.reader.id, by=people.proposer, **DONE)
    uplift.answer_reading(
        round_id=round_id, prices=given.right_prices(round_id), by=people.reader, **DONE
    )
    request_id = uplift.ask_for_approval(round_id=round_id, by=people.proposer, **DONE)
    decisions.approved(request_id, people.director)
    uplift.take_over_approval(round_id=round_id, by=people.proposer, at=LATER)


def test_the_same_prices_worked_out_again_need_no_second_answer(people: People) -> None:
    given.running(people.proposer)
    round_id = given.previewed(people.proposer)
    told(people, round_id)
    said(people, round_id, Said.ACCEPTED)
    uplift.preview_round(round_id=round_id, by=people.proposer, **DONE)
    assert standing(round_id, people) is Said.ACCEPTED


def test_pay_below_the_wage_of_the_least_cost_is_flagged_with_its_return(
    people: People, browser: Client
) -> None:
    given.running(people.proposer)
    round_id = given.previewed(people.proposer, rule={"floor": given.floor()})
    provider = models.UpliftProvider.objects.get()
    answers = {
        "which": str(provider.pk), "pence_an_hour": "12.10", "source": "Its return",
        "paid_on-day": "3", "paid_on-month": "6", "paid_on-year": "2026",
        "document": SimpleUploadedFile("return.csv", PAYSLIPS),
    }  # fmt: skip
    step = reverse("uplift:step", args=[round_id, "pay"])
    page = browser.post(step, answers, follow=True).content.decode()
    assert "below the £12.60 of the least cost" in page
    document = platform_models.Document.objects.get()
    assert reverse("platform:document", args=[document.pk]) in page


def test_a_document_is_no_strangers(people: People) -> None:
    given.running(people.proposer)
    round_id = given.previewed(people.proposer)
    said(people, round_id, Said.REQUESTED, evidence=("payslips.csv", BytesIO(PAYSLIPS)))
    document = platform_models.Document.objects.get()
    stranger = make.signed_in(make.officer(Role.CONTRACT_MANAGER))
    where = reverse("platform:document", args=[document.pk])
    assert stranger.get(where).status_code == 404
