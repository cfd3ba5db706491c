"""Levers are asked in plain words, kept as the engine takes them, and refused at their question."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from carewright.foresee import api as foresee
from carewright.foresee.web.lever_fields import UncertainField
from carewright.foresee.web.lever_forms import LeverForm, answers_of
from carewright.foresee.web.lever_kinds import KINDS, LeverKind, kind_of
from carewright.foresee.web.lever_questions import OF_EVERY_AGE
from carewright.foresee.web.lever_words import in_words
from carewright.platform import api as platform
from carewright.ui.fields import drawn
from carewright_engine.demand.scenarios.levers import LEVELS
from carewright_engine.demand.scenarios.scenario import scenario_from
from tests.factories import scenarios as make
from tests.factories.platform import NOW

pytestmark = pytest.mark.django_db

TELECARE = {
    "version": "1", "opened_as": "", "name": "Telecare and recovery", "support": "care_at_home",
    "effect_low": "5", "effect_middle": "9", "effect_high": "13",
    "reach_low": "", "reach_middle": "40", "reach_high": "", "decay": "0", "on": "each",
    "from_year": "2027", "full_from": "2030", "source": "A trial of 2024",
    "says": "Fewer visits were needed.", "quality": "practice",
}  # fmt: skip


def typed(form: LeverForm) -> dict[str, Any]:
    """The first answers of a form as a browser sends them back."""
    sent: dict[str, Any] = {}
    for name, field in form.fields.items():
        value = form[name].value()
        if isinstance(field, UncertainField):
            parts = field.widget.decompress(value)
            sent |= dict(zip((f"{name}_low", f"{name}_middle", f"{name}_high"), parts, strict=True))
        elif value is not None:
            sent[name] = value
    return sent


def example(kind: LeverKind) -> dict[str, Any]:
    """A lever of each kind."""
    words: dict[str, Any] = {
        "effect": 0.09, "reach": 0.4, "change": -0.05, "a_year": 0.01, "pounds_a_week": 25.0,
        "stop_for_ten_pounds": 0.04, "share": 0.1, "hours_a_week": 28.5,
        "variant": "high migration", "pay_share": 0.75, "pay_a_year": 0.041, "prices_a_year": 0.02,
        "most": 40_000.0, "growth_a_year": -0.015, "times": 1.5,
    }  # fmt: skip
    fields = kind.model.model_fields
    lever = {name: value for name, value in words.items() if name in fields}
    common = {"name": "One", "evidence": make.EVIDENCE, "from_year": 2027, "full_from": 2030}
    ages: list[str] = [] if kind.slug in OF_EVERY_AGE else ["85+"]
    lever |= {"lever": fields["lever"].default, "bands": ages, **common}
    if kind.fixed:
        levels = LEVELS[kind.fixed["nation"]]
        lever |= {
            "now_from": levels[-1], "then_from": levels[0], **kind.fixed,
            "people_at": dict.fromkeys(levels, 0.5), "each_at": dict.fromkeys(levels, 1.25),
        }  # fmt: skip
    [kept] = scenario_from({"name": "x", "levers": [lever]}).levers
    return kept.model_dump(mode="json")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_a_lever_of_every_kind_comes_back_from_its_form_as_it_was(kind: LeverKind) -> None:
    lever = example(kind)
    assert kind_of(lever) is kind
    first = LeverForm(kind=kind, areas=[], initial={**answers_of(lever), "version": 1})
    again = LeverForm(typed(first), kind=kind, areas=[])
    assert again.is_valid(), again.errors
    [kept] = scenario_from({"name": "x", "levers": [again.plain()]}).levers
    assert kept.model_dump(mode="json") == lever


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_ages_are_asked_where_they_have_an_effect_and_every_kind_has_its_own_example(
    kind: LeverKind,
) -> None:
    form = LeverForm(kind=kind, areas=[])
    assert ("bands" in form.fields) is (kind.slug not in ("unit_cost", "supply_limit"))
    others = [each.like for each in KINDS if each is not kind]
    assert form.fields["name"].help_text == kind.like
    assert kind.like not in others


def test_a_scenario_is_begun_and_a_lever_added_and_read_in_plain_words(
    browser: Client, isla: platform.Officer
) -> None:
    begun = browser.post(
        reverse("foresee:begin_scenario"), {"name": "More telecare", "about": "Fewer visits"}
    )
    [found] = foresee.scenarios(seen_by=isla)
    assert begun["Location"] == reverse("foresee:scenario", args=[found.pk])
    assert "everything stays as it is now" in browser.get(begun["Location"]).text
    kinds = browser.get(reverse("foresee:choose_lever", args=[found.pk])).text
    assert "Telecare, reablement and prevention" in kinds
    there = reverse("foresee:add_lever", args=[found.pk, "prevention"])
    assert "8 chances in 10" in browser.get(there).text
    assert browser.post(there, TELECARE)["Location"] == begun["Location"]
    page = browser.get(begun["Location"]).text
    assert (
        "9% (5% to 13%) fewer hours for 40 in 100 people in care at home from 2027, in full "
        "from 2030." in page
    )
    assert "Evidence: A trial of 2024, practice figure; evidence needed" in page
    assert "1 lever, none with evidence yet" in page
    assert "More telecare" in browser.get(reverse("foresee:scenarios")).text


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        (
            {"effect_high": "130"},
            "how much less do people need? High: enter a number from 0 to 100",
        ),
        ({"effect_low": "20"}, "Enter low, middle and high in this order"),
        ({"effect_low": ""}, "Enter both low and high, or neither"),
        ({"effect_middle": ""}, "Enter the middle"),
        ({"effect_middle": "nine"}, "Middle: enter a number from 0 to 100"),
        ({"decay": "-1"}, "wears off each year? Enter a number from 0 to 100"),
        ({"full_from": "2026"}, "Enter 2027 or a later year"),
        ({"from_year": "1999"}, "2000"),
        ({"source": ""}, "Where does the size of the effect come from"),
    ],
)
def test_what_is_out_of_range_is_refused_at_its_question_and_stays_as_it_was_typed(
    answers: dict[str, str], says: str, browser: Client, isla: platform.Officer
) -> None:
    found = make.scenario(isla, levers=[])
    there = reverse("foresee:add_lever", args=[found, "prevention"])
    page = browser.post(there, {**TELECARE, **answers}).text
    assert says in page
    assert "There is a problem" in page
    assert "Telecare and recovery" in page
    assert foresee.scenario(found, seen_by=isla).levers == ()


def test_what_only_the_engine_refuses_stands_at_its_question_too(
    browser: Client, isla: platform.Officer
) -> None:
    found = make.scenario(isla, levers=[])
    there = reverse("foresee:add_lever", args=[found, "prevention"])
    page = browser.post(there, {**TELECARE, "name": "ab"}).text
    assert 'href="#id_name"' in page
    assert "at least 3" in page


def test_two_levers_of_one_scenario_have_names_of_their_own(
    browser: Client, isla: platform.Officer
) -> None:
    found = make.scenario(isla)
    there = reverse("foresee:add_lever", args=[found, "prevention"])
    assert "has the same name" in browser.post(there, {**TELECARE, "name": "telecare"}).text


def test_the_second_of_two_at_once_is_told_and_loses_nothing(
    browser: Client, isla: platform.Officer
) -> None:
    found = make.scenario(isla, levers=[make.lever(name="First"), make.lever(name="Telecare")])
    there = reverse("foresee:change_lever", args=[found, 2])
    assert browser.get(there).status_code == 200
    foresee.remove_lever(scenario_id=found, version=1, number=1, by=isla, at=NOW)
    mine = {**TELECARE, "opened_as": "Telecare", "asked_as": "prevention", "reach_middle": "55"}
    told = browser.post(there, mine).text
    assert f"{isla.name} changed this scenario" in told
    assert 'value="55"' in told
    moved = reverse("foresee:change_lever", args=[found, 1])
    assert f'action="{moved}"' in told
    assert 'name="version" value="2"' in told
    browser.post(moved, {**mine, "version": "2"})
    [kept] = foresee.scenario(found, seen_by=isla).levers
    assert kept["name"] == "Telecare and recovery"
    assert kept["reach"]["middle"] == 0.55


def test_answers_to_a_lever_that_was_removed_meanwhile_are_added_anew(
    browser: Client, isla: platform.Officer
) -> None:
    found = make.scenario(isla)
    there = reverse("foresee:change_lever", args=[found, 1])
    foresee.remove_lever(scenario_id=found, version=1, number=1, by=isla, at=NOW)
    mine = {**TELECARE, "opened_as": "Telecare", "asked_as": "prevention"}
    told = browser.post(there, mine).text
    anew = reverse("foresee:add_lever", args=[found, "prevention"])
    assert f'action="{anew}"' in told
    browser.post(anew, {**mine, "version": "2"})
    assert len(foresee.scenario(found, seen_by=isla).levers) == 1


def test_removing_from_a_page_that_is_no_longer_true_removes_nothing(
    browser: Client, isla: platform.Officer
) -> None:
    found = make.scenario(isla)
    foresee.reword_scenario(scenario_id=found, version=1, name="Other", about="", by=isla, at=NOW)
    gone = reverse("foresee:remove_lever", args=[found, 1])
    assert "meanwhile" in browser.post(gone, {"version": "1"}, follow=True).text
    assert len(foresee.scenario(found, seen_by=isla).levers) == 1
    browser.post(gone, {"version": "2"})
    assert foresee.scenario(found, seen_by=isla).levers == ()


def test_a_lever_names_whom_it_reaches_and_counts_areas_that_have_no_name_here() -> None:
    kept = make.lever(areas=["S12000047", "S12000041"], bands=["85+"])
    [lever] = scenario_from({"name": "One", "about": "", "levers": [kept]}).levers
    said = in_words(lever, {"S12000047": "Fife"}).whole
    assert said.endswith("Only for people aged 85 and over in Fife and 1 area.")
    assert "S12" not in said


def test_the_box_that_is_wrong_is_marked_and_no_other() -> None:
    form = LeverForm({**TELECARE, "effect_high": "130"}, kind=kind_of(make.lever()), areas=[])
    assert not form.is_valid()
    classes = [part.params["classes"] for part in drawn(form["effect"]).parts]
    assert ["govuk-input--error" in each for each in classes] == [False, False, True]


def test_large_limits_are_said_with_commas() -> None:
    [limit] = [kind for kind in KINDS if kind.slug == "supply_limit"]
    form = LeverForm({**TELECARE, "most": "0"}, kind=limit, areas=[])
    assert "1,000,000,000" in str(form.errors["most"])


def test_a_practice_figure_is_called_so_once() -> None:
    evidence = {**make.EVIDENCE, "source": "Practice figure, invented for learning"}
    [lever] = scenario_from({"name": "One", "levers": [make.lever(evidence=evidence)]}).levers
    said = in_words(lever).evidence
    assert said == "evidence: Practice figure, invented for learning, evidence needed"
