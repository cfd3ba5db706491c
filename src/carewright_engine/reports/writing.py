"""One area's report, or the tables of every council, from what a folder held."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl

from carewright_engine.provision.analyse import analyse_areas, analyse_every_kind
from carewright_engine.provision.answers import AreaProvision
from carewright_engine.provision.areas import AreaRef, area_named, areas_of_kind
from carewright_engine.provision.questions import Question
from carewright_engine.reports.area_pictures import AreaPicture, pictures_of
from carewright_engine.reports.area_report import Chapter, kind_words
from carewright_engine.reports.folder import write_report, write_tables
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
    question = Question(ref, as_at or latest_day(gathered), kind, care_group)
    if kind is None:
        answers = list(analyse_every_kind(gathered.inputs, question))
    else:
        answers = list(analyse_areas(gathered.inputs, [question]))
    if not answers:
        raise NothingToAnalyse(f"No care service of {ref.name} is counted on {question.as_at}.")
    outline = outline_of(gathered, ref)
    chapters = []
    for done, answer in enumerate(answers, start=1):
        drawn = pictures_of(answer, boundary=outline)
        chapters.append(Chapter(answer, drawn if done == 1 else _of_the_kind_alone(drawn)))
        news(kind_words(answer.question), done, len(answers))
    title = f"Care provision in {ref.name}, {question.as_at:%-d %B %Y}"
    write_report(out, title, tuple(chapters), gathered)
    return f"{title}: {len(chapters)} kinds of care. Read {out / 'report.html'}"


def _of_the_kind_alone(drawn: tuple[AreaPicture, ...]) -> tuple[AreaPicture, ...]:
    """A picture of every kind side by side is the same in each chapter, so the first shows it."""
    return tuple(picture for picture in drawn if picture.table != "services_by_kind")


def write_all(gathered: Gathered, as_at: date | None, out: Path, *, news: News) -> str:
    """Provision and market of every council into one folder; in words, how many."""
    day = as_at or latest_day(gathered)
    councils = areas_of_kind(gathered.inputs, "council")
    with_services = set(gathered.inputs.frame("service")["council_code"].drop_nulls().to_list())
    asked = [Question(council, day) for council in councils if council.code in with_services]
    answers: list[AreaProvision] = []
    for done, answer in enumerate(analyse_areas(gathered.inputs, asked), start=1):
        answers.append(answer)
        news(answer.question.area.name, done, len(asked))
    if not answers:
        raise NothingToAnalyse("The files name no council that a service could be placed in.")
    write_tables(out, [grid for answer in answers for grid in answer.grids])
    for answer in answers:
        slug = answer.question.area.code
        (out / "areas").mkdir(parents=True, exist_ok=True)
        (out / "areas" / f"{slug}.json").write_bytes(answer.to_json())
    return f"{len(answers)} councils on {day:%-d %B %Y}. Tables are in {out / 'tables'}"


def latest_day(gathered: Gathered) -> date:
    """The latest day on which a list of services was true."""
    day = gathered.inputs.frame("service").select(pl.col("as_at").max()).item()
    if not isinstance(day, date):
        raise NothingToAnalyse("The lists of services do not say on which day they were true.")
    return day


def outline_of(gathered: Gathered, area: AreaRef) -> object:
    """The outline of an area: its own, else those of the councils that it is made of."""
    codes = [area.code] if area.code in gathered.outlines else list(area.councils)
    shapes = [json.loads(gathered.outlines[code]) for code in codes if code in gathered.outlines]
    return {"type": "GeometryCollection", "geometries": shapes}
