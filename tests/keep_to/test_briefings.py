"""Briefings are versions of what people know, beside the record, with who has read which."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from carewright.keep_to import api as keep_to
from carewright.keep_to import models
from carewright.keep_to.api import BriefingWords
from carewright.platform import api as platform
from carewright.platform.api import Role
from tests.factories import contract as agreements
from tests.factories import keep_to as given
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

LATER = make.NOW + timedelta(days=1)
WORDS = given.BRIEFING


def team_of(lead: platform.Officer, *members: platform.Officer) -> UUID:
    team_id = platform.form_team(
        name="Access team", service_areas=[next(iter(platform.SERVICE_AREAS))],
        lead_id=lead.id, locality_id=None, by=lead, at=make.NOW,
    )  # fmt: skip
    for each in members:
        platform.join_team(
            team_id=team_id, officer_id=each.id, starts_on=make.TODAY, by=lead, at=make.NOW
        )
    return team_id


def read_by(browser: Client, agreement_id: UUID) -> str:
    return browser.get(reverse("keep_to:briefing", args=[agreement_id])).content.decode()


def test_a_briefing_lacks_nothing_and_answers_three_different_things_apart(
    by: platform.Officer,
) -> None:
    agreement_id = agreements.draft(by)
    with pytest.raises(keep_to.Refused, match="Teams need this"):
        given.briefed(agreement_id, by, words=replace(WORDS, call_out_of_hours=" "))
    with pytest.raises(keep_to.Refused, match="another thing than the one above"):
        given.briefed(agreement_id, by, words=replace(WORDS, concern=WORDS.complaint))


def test_a_new_version_says_what_is_new_and_is_to_be_read_anew(by: platform.Officer) -> None:
    worker = agreements.colleague(by, Role.SOCIAL_WORKER)
    team_id = team_of(by, worker)
    agreement_id = agreements.draft(by)
    given.briefed(agreement_id, by, team_ids=[team_id])
    assert [each.number for each in keep_to.to_read(worker, on=make.TODAY)] == [1]
    keep_to.say_read(agreement_id=agreement_id, number=1, by=worker, at=make.NOW)
    keep_to.say_read(agreement_id=agreement_id, number=1, by=worker, at=LATER)
    assert models.BriefingRead.objects.count() == 1
    assert keep_to.to_read(worker, on=make.TODAY) == []
    with pytest.raises(keep_to.Refused, match="Say why it is written anew"):
        given.briefed(agreement_id, by, team_ids=[team_id])
    given.briefed(agreement_id, by, team_ids=[team_id], why="Another number at night")
    with pytest.raises(keep_to.Refused, match="written anew"):
        keep_to.say_read(agreement_id=agreement_id, number=1, by=worker, at=LATER)
    assert [each.number for each in keep_to.to_read(worker, on=make.TODAY)] == [2]
    found = keep_to.briefing(agreement_id, seen_by=by)
    assert found is not None
    readers = keep_to.readers(found, seen_by=by, on=make.TODAY)
    assert {each.read_at for each in readers} == {None}


def test_the_page_is_made_from_the_record_of_today_and_says_what_has_changed_since(
    by: platform.Officer, browser: Client
) -> None:
    agreement_id, option_id = given.extendable(by)
    assert "Nobody has written the briefing yet" in read_by(browser, agreement_id)
    given.briefed(agreement_id, by)
    page = read_by(browser, agreement_id)
    assert "31 March 2028" in page
    assert "The record has changed since" not in page
    given.taken(option_id, by, LATER)
    page = read_by(browser, agreement_id)
    assert "The record has changed since" in page
    assert "31 March 2029" in page


def test_a_briefing_is_written_and_read_on_its_pages(by: platform.Officer, browser: Client) -> None:
    agreement_id = agreements.draft(by)
    said = {name: f"{name} <b>" for name in given.NAMES}
    where = reverse("keep_to:write_briefing", args=[agreement_id])
    page = browser.post(where, said, follow=True).content.decode()
    assert "call_in_hours &lt;b&gt;" in page
    assert "I have read it" in page
    read = reverse("keep_to:say_read", args=[agreement_id])
    assert (
        "that you have read it" in browser.post(read, {"number": "1"}, follow=True).content.decode()
    )
    listed = browser.get(reverse("keep_to:briefings")).content.decode()
    assert "Care at home" in listed
    again = browser.post(where, said | {"why": "More"}, follow=True).content.decode()
    assert "The version before" in again
    old = reverse("keep_to:briefing_version", args=[agreement_id, 1])
    assert "Version 2 stands" in browser.get(old).content.decode()


def test_a_strangers_briefing_does_not_exist(by: platform.Officer) -> None:
    agreement_id = agreements.draft(by)
    given.briefed(agreement_id, by)
    stranger = make.officer(Role.CONTRACT_MANAGER)
    assert keep_to.briefing(agreement_id, seen_by=stranger) is None
    with pytest.raises(platform.NotYours):
        keep_to.say_read(agreement_id=agreement_id, number=1, by=stranger, at=make.NOW)
    theirs = team_of(stranger)
    with pytest.raises(platform.NotYours):
        given.briefed(agreement_id, by, team_ids=[theirs], why="Theirs")
    address = reverse("keep_to:briefing", args=[agreement_id])
    assert make.signed_in(stranger).get(address).status_code == 404


def test_words_that_only_people_know_are_all_asked() -> None:
    assert set(given.NAMES) == {each for each in BriefingWords.__dataclass_fields__}
