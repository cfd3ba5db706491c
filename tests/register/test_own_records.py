"""Each sees and decides what consent and law give them, and loses it the moment that it ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import now

from carewright.platform import api as platform
from carewright.platform.api import Capacity, Ground, RecordPart, Role
from carewright.platform.models import AuditEvent, PersonalAccess
from carewright.register import api as register
from carewright.register import models
from tests.factories import people
from tests.factories import platform as make

pytestmark = pytest.mark.django_db

HEADINGS = {
    RecordPart.RECORD: "keeps here</h2>",
    RecordPart.SUPPORT: 'id="support"',
    RecordPart.DECISIONS: 'id="decided"',
    RecordPart.LOOKS: 'id="looks"',
    RecordPart.CONSENT: 'id="others"',
}


@pytest.fixture
def worker() -> platform.Officer:
    return people.social_worker()


@pytest.fixture
def person(worker: platform.Officer) -> UUID:
    person_id = people.person(worker.organisation.id, reference="EL-700")
    people.activity(person_id, kind="home_care")
    people.activity(person_id, kind="assessment")
    return person_id


@pytest.fixture
def own(person: UUID, worker: platform.Officer) -> UUID:
    """The person's own access."""
    return people.access(person, worker, Capacity.PERSON, Ground.SELF, name="Margaret")


@pytest.fixture
def advocate(person: UUID, worker: platform.Officer) -> UUID:
    return people.access(person, worker, name="Leila Marsh")


def page(access_id: UUID, browser: Client | None = None) -> str:
    found = (browser or people.browser_with(access_id)).get(reverse("own:record", args=[access_id]))
    assert found.status_code == 200
    return found.content.decode()


# --- what each sees ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("capacity", "ground"),
    [
        (Capacity.PERSON, Ground.SELF), (Capacity.CARER, Ground.SELF),
        (Capacity.CARER, Ground.CONSENT), (Capacity.ADVOCATE, Ground.CONSENT),
        (Capacity.ADVOCATE, Ground.ADVOCACY_APPOINTMENT),
        (Capacity.ATTORNEY, Ground.POWER_OF_ATTORNEY),
        (Capacity.GUARDIAN, Ground.GUARDIANSHIP_ORDER),
    ],
)  # fmt: skip
def test_each_sees_what_their_right_gives_and_no_more(
    capacity: Capacity, ground: Ground, person: UUID, worker: platform.Officer
) -> None:
    shown = page(people.access(person, worker, capacity, ground))
    for part, heading in HEADINGS.items():
        assert (heading in shown) is (part in platform.REACH[ground].may_see), part


def test_a_yes_to_one_part_opens_that_part_alone(person: UUID, worker: platform.Officer) -> None:
    shown = page(people.access(person, worker, may_see=[RecordPart.SUPPORT]))
    assert [part for part, heading in HEADINGS.items() if heading in shown] == [RecordPart.SUPPORT]
    assert "EL-700" not in shown


def test_the_person_sees_who_looked_and_for_what(own: UUID, worker: platform.Officer) -> None:
    person = PersonalAccess.objects.get(pk=own).subject_id
    register.look_at_person(person_id=person, by=worker, at=make.NOW)
    shown = page(own)
    assert f"{worker.name}, {worker.job_title}" in shown
    assert "To see how your care is going" in shown


def test_an_advocates_look_is_kept_and_a_persons_own_is_not(own: UUID, advocate: UUID) -> None:
    page(own)
    assert not models.Look.objects.exists()
    page(advocate)
    (look,) = models.Look.objects.all()
    assert (look.by_name, look.purpose) == ("Leila Marsh", "representing")
    assert "Leila Marsh, Independent advocate" in page(own)


def test_each_reading_is_in_the_record_of_acts_also_of_ones_own(own: UUID, advocate: UUID) -> None:
    for access_id in (own, advocate):
        page(access_id)
    read = AuditEvent.objects.filter(act="look_at_person", facts__has_key="access")
    kept = {event.facts["access"]: event.facts["purpose"] for event in read}
    assert kept == {str(own): "own", str(advocate): "representing"}


def test_a_carer_has_a_record_of_their_own_beside_the_one_they_may_see(
    person: UUID, worker: platform.Officer
) -> None:
    theirs = people.person(worker.organisation.id, reference="EL-701", care_groups=["carer"])
    said = {"email": "joan@example.org", "name": "Joan"}
    mine = people.access(theirs, worker, Capacity.CARER, Ground.SELF, **said)
    mothers = people.access(person, worker, Capacity.CARER, Ground.CONSENT, **said)
    browser = people.browser_with(mine)
    choice = browser.get(reverse("own:records")).content.decode()
    assert "Your record" in choice
    assert "The record of the person you care for" in choice
    assert "EL-701" in page(mine, browser)
    assert "EL-700" in page(mothers, browser)


# --- strangers and ends --------------------------------------------------------------------


def test_a_strangers_record_does_not_exist(own: UUID, worker: platform.Officer) -> None:
    other = people.person(worker.organisation.id)
    stranger = people.browser_with(people.access(other, worker, Capacity.PERSON, Ground.SELF))
    for wanted in (own, uuid4()):
        where = reverse("own:record", args=[wanted])
        assert stranger.get(where).status_code == 404
        for act in ("agree", "withdraw"):
            acted = stranger.post(reverse(f"own:{act}", args=[wanted, own]))
            assert acted.status_code == 404


def test_an_officer_without_a_record_finds_no_such_pages(
    own: UUID, worker: platform.Officer
) -> None:
    browser = make.signed_in(worker)
    assert browser.get(reverse("own:records")).status_code == 404
    assert browser.get(reverse("own:record", args=[own])).status_code == 404


def test_who_opens_a_record_gets_to_no_officers_page(own: UUID) -> None:
    browser = people.browser_with(own)
    person = PersonalAccess.objects.get(pk=own).subject_id
    for where in ("/inbox/", "/register/", "/register/people/", f"/register/people/{person}/"):
        assert browser.get(where).status_code == 403, where
    assert browser.get("/").url == reverse("own:records")


def test_withdrawing_a_yes_ends_an_advocates_access_at_once(own: UUID, advocate: UUID) -> None:
    hers, his = people.browser_with(own), people.browser_with(advocate)
    other = people.person(PersonalAccess.objects.get(pk=own).organisation_id)
    where = reverse("own:record", args=[advocate])
    keeps = people.access(
        other, platform.officer(PersonalAccess.objects.get(pk=own).confirmed_by_id, on=make.TODAY),
        email=PersonalAccess.objects.get(pk=advocate).account.email,
    )  # fmt: skip
    assert his.get(where).status_code == 200
    stopped = hers.post(reverse("own:withdraw", args=[own, advocate]), follow=True)
    assert "They can no longer see the record" in stopped.content.decode()
    assert his.get(where).status_code == 404
    assert his.get(reverse("own:record", args=[keeps])).status_code == 200
    ended = PersonalAccess.objects.get(pk=advocate)
    assert ended.ended_by_name == "Margaret"
    assert AuditEvent.objects.filter(act="end_personal_access").count() == 1


def test_who_loses_the_last_access_is_signed_out(own: UUID, advocate: UUID) -> None:
    his = people.browser_with(advocate)
    people.browser_with(own).post(reverse("own:withdraw", args=[own, advocate]))
    assert "took back their yes" in his.get(reverse("own:records")).content.decode()
    assert his.get(reverse("own:records")).url.startswith(reverse("account_login"))


def test_an_access_that_has_not_begun_or_is_over_opens_nothing(
    person: UUID, worker: platform.Officer
) -> None:
    days = {"starts_on": date(2020, 1, 1), "ends_before": date(2020, 2, 1)}
    over = people.access(person, worker, **days)
    later = people.access(person, worker, starts_on=date(2999, 1, 1))
    for access_id in (over, later):
        account = PersonalAccess.objects.get(pk=access_id).account_id
        with platform.acting_for(None, account_id=account):
            assert not models.Person.objects.exists()
            assert platform.accesses_of(account, on=make.TODAY) == []


# --- what each decides ---------------------------------------------------------------------


def test_without_a_signed_yes_somebody_waits_for_the_persons_own(
    own: UUID, person: UUID, worker: platform.Officer
) -> None:
    asks = people.access(person, worker, Capacity.CARER, Ground.CONSENT, name="Joan", proof="")
    account = PersonalAccess.objects.get(pk=asks).account_id
    assert platform.accesses_of(account, on=make.TODAY) == []
    hers = people.browser_with(own)
    assert "Somebody asks to see this record" in page(own, hers)
    hers.post(reverse("own:agree", args=[own, asks]))
    assert "EL-700" in page(asks)
    assert "One other may see this record" in page(own, hers)


@pytest.mark.parametrize("act", ["agree", "withdraw"])
def test_an_advocate_decides_nothing(
    act: str, advocate: UUID, person: UUID, worker: platform.Officer
) -> None:
    other = people.access(person, worker, Capacity.CARER, Ground.CONSENT, proof="")
    browser = people.browser_with(advocate)
    for wanted in (other, advocate):
        acted = browser.post(reverse(f"own:{act}", args=[advocate, wanted]))
        assert acted.status_code == 404
    assert PersonalAccess.objects.get(pk=other).agreed_at is None
    assert PersonalAccess.objects.get(pk=advocate).ended_at is None


def test_what_the_law_gives_no_yes_or_no_takes_away(
    own: UUID, person: UUID, worker: platform.Officer
) -> None:
    attorney = people.access(person, worker, Capacity.ATTORNEY, Ground.POWER_OF_ATTORNEY)
    hers = people.browser_with(own)
    assert hers.post(reverse("own:withdraw", args=[own, attorney])).status_code == 404
    theirs = people.browser_with(attorney)
    assert theirs.post(reverse("own:withdraw", args=[attorney, own])).status_code == 404


def test_an_attorney_takes_back_a_yes_for_the_person(
    person: UUID, worker: platform.Officer, advocate: UUID
) -> None:
    attorney = people.access(person, worker, Capacity.ATTORNEY, Ground.POWER_OF_ATTORNEY)
    browser = people.browser_with(attorney)
    browser.post(reverse("own:withdraw", args=[attorney, advocate]))
    assert PersonalAccess.objects.get(pk=advocate).ended_at


# --- letting in ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("capacity", "ground", "given", "field"),
    [
        (Capacity.ADVOCATE, Ground.SELF, {}, "ground"),
        (Capacity.CARER, Ground.POWER_OF_ATTORNEY, {}, "ground"),
        (Capacity.ATTORNEY, Ground.POWER_OF_ATTORNEY, {"proof": " "}, "proof"),
        (Capacity.PERSON, Ground.SELF, {"proof": " "}, "proof"),
        (Capacity.ADVOCATE, Ground.CONSENT, {"may_see": [RecordPart.LOOKS]}, "may_see"),
        (Capacity.ADVOCATE, Ground.CONSENT, {"may_see": []}, "may_see"),
        (Capacity.ADVOCATE, Ground.CONSENT, {"may_decide": [RecordPart.CONSENT]}, "may_decide"),
        (Capacity.ADVOCATE, Ground.CONSENT, {"ends_before": date(2026, 6, 3)}, "ends_before"),
        (Capacity.ADVOCATE, Ground.CONSENT, {"email": "nowhere"}, "email"),
    ],
)
def test_nobody_is_let_in_beyond_their_right(
    capacity: Capacity, ground: Ground, given: dict[str, object], field: str, person: UUID,
    worker: platform.Officer,
) -> None:  # fmt: skip
    with pytest.raises(platform.CannotGive) as refused:
        people.access(person, worker, capacity, ground, **given)
    assert field in [name for name, _words in refused.value.blockers]
    assert not PersonalAccess.objects.exists()


@pytest.mark.parametrize("shape", [str, str.upper, " {} ".format])
@pytest.mark.parametrize(
    ("capacity", "ground"),
    [(Capacity.PERSON, Ground.SELF), (Capacity.ADVOCATE, Ground.CONSENT),
     (Capacity.GUARDIAN, Ground.GUARDIANSHIP_ORDER)],
)  # fmt: skip
def test_nobody_lets_themselves_in(
    capacity: Capacity, ground: Ground, shape: Callable[[str], str], person: UUID,
    worker: platform.Officer,
) -> None:  # fmt: skip
    with pytest.raises(platform.CannotGive, match="cannot let yourself in"):
        people.access(person, worker, capacity, ground, email=shape(worker.email))
    assert not PersonalAccess.objects.exists()


def test_a_colleague_is_not_let_in_as_if_they_were_the_person(
    person: UUID, worker: platform.Officer
) -> None:
    organisation = make.models.Organisation.objects.get(pk=worker.organisation.id)
    colleague = make.officer(Role.COMMISSIONER, organisation=organisation)
    for capacity in (Capacity.PERSON, Capacity.CARER):
        with pytest.raises(platform.CannotGive, match="They work here"):
            people.access(person, worker, capacity, Ground.SELF, email=colleague.email)
    mothers = people.access(person, worker, Capacity.CARER, Ground.CONSENT, email=colleague.email)
    assert PersonalAccess.objects.get().pk == mothers
    platform.deactivate_officer(
        officer_id=colleague.id, reason="Left", by=make.OPERATOR, at=make.NOW
    )
    other = people.person(worker.organisation.id)
    assert people.access(other, worker, Capacity.PERSON, Ground.SELF, email=colleague.email)


def test_an_officer_lets_somebody_in_by_form_and_ends_it(
    person: UUID, worker: platform.Officer
) -> None:
    browser = make.signed_in(worker)
    said = {"purpose": "reviewing", "why": "She asked for it"}
    browser.post(reverse("register:open_person", args=[person]), said)
    form = {
        "name": "Peter Ash", "email": "peter@example.org", "capacity": "attorney",
        "ground": "power_of_attorney", "may_see": ["record"], "proof": "",
    }  # fmt: skip
    where = reverse("register:let_in", args=[person])
    assert "Say which paper you saw" in browser.post(where, form).content.decode()
    shown = browser.post(where, {**form, "proof": "paper 7"}, follow=True).content.decode()
    assert "Peter Ash" in shown
    access = PersonalAccess.objects.get()
    assert "EL-700" in page(access.pk)
    end = reverse("register:end_access", args=[access.pk])
    assert "Peter Ash" in browser.get(end).content.decode()
    browser.post(end, {"reason": " "})
    assert PersonalAccess.objects.get().ended_at is None
    shown = browser.post(end, {"reason": "The power was taken back"}, follow=True).content.decode()
    assert f"by {worker.name}: The power was taken back" in shown
    ended = PersonalAccess.objects.get()
    assert (ended.ended_by_name, ended.end_reason) == (worker.name, "The power was taken back")
    event = AuditEvent.objects.get(act="end_personal_access")
    assert (event.reason, event.by_name) == ("The power was taken back", worker.name)


def test_an_officer_ends_no_access_without_a_reason(
    advocate: UUID, worker: platform.Officer
) -> None:
    with pytest.raises(platform.CannotEnd):
        platform.end_personal_access(access_id=advocate, reason=" ", by=worker, at=make.NOW)


def test_the_person_and_whoever_lost_it_read_by_whom_an_access_ended_and_why(
    own: UUID, advocate: UUID, worker: platform.Officer
) -> None:
    his = people.browser_with(advocate)
    platform.end_personal_access(
        access_id=advocate, reason="Her work is done", by=worker, at=make.NOW
    )
    said = f"by {worker.organisation.name}: Her work is done"
    assert said in page(own)
    told = his.get(reverse("own:records"))
    assert told.status_code == 403
    assert said in told.content.decode()
    assert f"Ask for {worker.name}" in told.content.decode()
    assert his.get(reverse("own:records")).status_code == 302


def test_nobody_is_let_into_a_record_that_is_not_open(
    person: UUID, worker: platform.Officer
) -> None:
    browser = make.signed_in(worker)
    form = {
        "name": "P", "email": "p@example.org", "capacity": "person", "ground": "self",
        "may_see": ["record"],
    }  # fmt: skip
    answer = browser.post(reverse("register:let_in", args=[person]), form)
    assert answer.url == reverse("register:open_person", args=[person])
    assert not PersonalAccess.objects.exists()


def test_a_stranger_ends_no_access(advocate: UUID) -> None:
    stranger = people.social_worker()
    with pytest.raises(platform.NotYours):
        platform.end_personal_access(access_id=advocate, reason="x", by=stranger, at=make.NOW)
    browser = make.signed_in(stranger)
    assert browser.post(reverse("register:end_access", args=[advocate])).status_code == 404


def test_an_access_by_law_without_proof_is_refused_by_the_database(own: UUID) -> None:
    with pytest.raises(IntegrityError, match="names_its_proof"), transaction.atomic():
        PersonalAccess.objects.filter(pk=own).update(ground="power_of_attorney", proof="")


# --- beneath -------------------------------------------------------------------------------


def test_the_database_shows_an_account_its_own_parts_whatever_a_query_forgets(
    own: UUID, person: UUID, worker: platform.Officer
) -> None:
    people.person(worker.organisation.id)
    people.activity(people.person(worker.organisation.id))
    part = people.access(person, worker, may_see=[RecordPart.DECISIONS])
    register.look_at_person(person_id=person, by=worker, at=make.NOW)
    seen = {}
    for name, access_id in (("own", own), ("advocate", part)):
        account = PersonalAccess.objects.get(pk=access_id).account_id
        with platform.acting_for(None, account_id=account):
            seen[name] = [
                each.objects.count()
                for each in (models.Person, models.Activity, models.Look, PersonalAccess)
            ]
            assert models.Person.objects.update(need_level="low") == 0
            assert PersonalAccess.objects.update(may_see=["record"]) == 0
    assert seen == {"own": [1, 2, 1, 2], "advocate": [0, 1, 0, 1]}


# --- signing in ----------------------------------------------------------------------------


def test_an_advocate_needs_a_second_factor_and_a_person_does_not(own: UUID, advocate: UUID) -> None:
    assert page(own, people.browser_with(own, second_factor=False))
    sent = people.browser_with(advocate, second_factor=False).get(
        reverse("own:record", args=[advocate])
    )
    assert sent.url == reverse("mfa_activate_totp")


def test_whoever_signs_in_after_the_last_access_ended_is_told_so(
    own: UUID, worker: platform.Officer
) -> None:
    account = PersonalAccess.objects.get(pk=own).account
    account.opened_at = now()
    account.set_password(make.PASSWORD)
    account.save()
    platform.end_personal_access(access_id=own, reason="They moved", by=worker, at=make.NOW)
    browser = Client()
    said = {"login": account.email, "password": make.PASSWORD}
    told = browser.post("/sign-in/", said).content.decode()
    assert f"by {worker.organisation.name}: They moved" in told
    assert browser.get(reverse("own:records")).status_code == 302


def test_somebody_with_a_record_signs_in_by_password(own: UUID) -> None:
    account = PersonalAccess.objects.get(pk=own).account
    account.opened_at = now()
    account.set_password(make.PASSWORD)
    account.save()
    browser = Client()
    said = {"login": account.email, "password": make.PASSWORD}
    assert browser.post("/sign-in/", said).status_code == 302
    assert browser.get("/").url == reverse("own:records")


def test_an_officer_may_have_a_record_of_their_own_beside_the_office(
    person: UUID, worker: platform.Officer
) -> None:
    commissioner = make.officer(Role.COMMISSIONER)
    mine = people.access(
        person, worker, Capacity.PERSON, Ground.SELF, email=commissioner.email, name="x"
    )
    browser = make.signed_in(commissioner)
    assert "EL-700" in page(mine, browser)
    assert browser.get("/inbox/").status_code == 200


def test_a_record_asks_few_questions(own: UUID) -> None:
    browser = people.browser_with(own)
    page(own, browser)
    with CaptureQueriesContext(connection) as asked:
        page(own, browser)
    assert len(asked) <= 18, len(asked)


def test_a_page_that_is_not_there_leads_back_to_the_records_and_not_to_an_inbox(own: UUID) -> None:
    lost = people.browser_with(own).get("/no-such-page/").content.decode()
    assert "Go to the records that you may open" in lost
    assert "inbox" not in lost
