"""One area's report, or the report of every council, from what a folder held."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from carewright_engine.provision.analyse import (
    analyse_areas,
    analyse_on,
    kinds_of_area,
    whole_area_tables,
)
from carewright_engine.provision.answers import AreaProvision
from carewright_engine.provision.areas import AreaRef, area_named, areas_of_kind
from carewright_engine.provision.groundwork import Groundwork, groundwork, scope, within
from carewright_engine.provision.questions import Question
from carewright_engine.reports.area_pictures import AreaPicture, pictures_of
from carewright_engine.reports.area_report import Chapter
from carewright_engine.reports.folder import write_report
from carewright_engine.reports.gathering import Gathered, NothingToAnalyse

News = Callable[[str, int, int], None]


def write_one(
    gathered: Gathered,
    area: str,
    as_at: date | None,
    out: Path,
    *,
    kind: str | None,
    care_group: str | None,
    news: News,
) -> str:
    """The report of one area into a folder; in words, what it found and where it is."""
    ref = area_named(gathered.inputs, area)
    question = Question(ref, as_at or latest_day(gathered, ref), kind, care_group)
    ground = groundwork(gathered.inputs, question.as_at, question.parameters)
    asked = [question] if kind else _every_kind(ground, question)
    whole = whole_area_tables(scope(ground, replace(question, kind=None, care_group=None)))
    answers = (analyse_on(ground, each, whole) for each in asked)
    chapters = _chapters(gathered, answers, len(asked), news)
    title = f"Care provision in {ref.name}, {question.as_at:%-d %B %Y}"
    write_report(out, title, chapters, gathered)
    return f"{title}: {_kinds_said(chapters)}. Read {out / 'report.html'}"


def _every_kind(ground: Groundwork, question: Question) -> list[Question]:
    """Every kind side by side, then each by itself."""
    kinds = kinds_of_area(ground, question)
    if not kinds:
        area, day = question.area.name, question.as_at
        raise NothingToAnalyse(f"No care service of {area} is counted on {day:%-d %B %Y}.")
    each = [replace(question, kind=kind, care_group=group) for kind, group in kinds]
    return [question, *each]


def _kinds_said(chapters: tuple[Chapter, ...]) -> str:
    """One chapter speaks for itself; of several, the first puts the others side by side."""
    kinds = len(chapters) - 1
    if kinds < 1:
        return chapters[0].title
    return f"{kinds} kinds of care" if kinds > 1 else "1 kind of care"


def write_all(
    gathered: Gathered,
    as_at: date | None,
    out: Path,
    *,
    kind: str | None,
    care_group: str | None,
    news: News,
) -> str:
    """The report of every council that has a service into one folder; in words, how many."""
    listed = set(gathered.inputs.frame("service")["council_code"].drop_nulls().to_list())
    councils = [c for c in areas_of_kind(gathered.inputs, "council") if c.code in listed]
    if not councils:
        raise NothingToAnalyse("The files name no council that a service could be placed in.")
    asked = [
        Question(council, as_at or latest_day(gathered, council), kind, care_group)
        for council in councils
    ]
    answers = analyse_areas(gathered.inputs, asked)
    chapters = _chapters(gathered, answers, len(asked), news, many_areas=True)
    day = max(question.as_at for question in asked)
    title = f"Care provision in {len(chapters)} councils, {day:%-d %B %Y}"
    write_report(out, title, chapters, gathered)
    return f"{title}. Read {out / 'report.html'}"


def latest_day(gathered: Gathered, area: AreaRef) -> date:
    """The latest day on which a list of the area's services was true."""
    listed = within(area, gathered.inputs.frame("service"), gathered.inputs)
    day = listed["as_at"].max()
    if not isinstance(day, date):
        raise NothingToAnalyse(f"No service in the given lists lies in {area.name}.")
    return day


def outline_of(gathered: Gathered, area: AreaRef) -> object:
    """The outline of an area: its own, else those of the councils that it is made of."""
    codes = [area.code] if area.code in gathered.outlines else list(area.councils)
    shapes = [json.loads(gathered.outlines[code]) for code in codes if code in gathered.outlines]
    return {"type": "GeometryCollection", "geometries": shapes}


def _chapters(
    gathered: Gathered,
    answers: Iterable[AreaProvision],
    total: int,
    news: News,
    *,
    many_areas: bool = False,
) -> tuple[Chapter, ...]:
    """A chapter an answer, told of as each is done."""
    chapters: list[Chapter] = []
    for answer in answers:
        area = answer.question.area
        drawn = pictures_of(answer, boundary=outline_of(gathered, area))
        if many_areas:
            drawn = tuple(_named_for(area, each) for each in drawn)
        elif chapters:
            drawn = _of_the_kind_alone(drawn)
        chapters.append(Chapter(answer, drawn, many_areas))
        news(chapters[-1].title, len(chapters), total)
    return tuple(chapters)


def _named_for(area: AreaRef, drawn: AreaPicture) -> AreaPicture:
    """The same picture under a name of its own, where every council has one like it."""
    old, new = drawn.picture.name, f"{drawn.picture.name}-{area.code.lower()}"
    wide, narrow = (form.replace(old, new) for form in (drawn.picture.wide, drawn.picture.narrow))
    return replace(drawn, picture=replace(drawn.picture, name=new, wide=wide, narrow=narrow))


def _of_the_kind_alone(drawn: tuple[AreaPicture, ...]) -> tuple[AreaPicture, ...]:
    """A picture of every kind side by side is the same in each chapter, so the first shows it."""
    return tuple(picture for picture in drawn if picture.table != "services_by_kind")
