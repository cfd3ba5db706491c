"""The back-test as a page that anyone can read: every figure, whatever it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from carewright_engine.demand.need.backtest.care_at_home import BANDS, BackTest
from carewright_engine.demand.need.backtest.scores import LEVELS, Score, score


def financial_year(year: int) -> str:
    """2021 is 2021/22."""
    return f"{year}/{(year + 1) % 100:02d}"


def page(test: BackTest) -> str:
    """The whole table in Markdown."""
    years = [slice(at, at + 1) for at in range(len(test.actual))]
    named = [financial_year(test.first_year + at) for at in range(len(years))]
    spans = list(zip([*named, "all"], [*years, slice(None)], strict=True))
    scores = [[score(each, test.actual, span) for _, span in spans] for each in test.forecasts]
    heads = [name for name, _ in spans]
    return "\n".join(_parts(test, heads, scores)) + "\n"


def _parts(test: BackTest, heads: list[str], scores: list[list[Score]]) -> Iterator[str]:
    figures = ", ".join(f"{s.figures} of {name}" for name, s in zip(heads, scores[0], strict=True))
    yield (
        f"Fitted to facts up to 31 March {test.first_year}. Figures compared: {figures} "
        f"({len(BANDS)} age bands of each council; nought, which means not submitted, left out)."
    )
    for title, cell in _columns():
        yield ""
        yield from _table(title, heads, scores, cell)
    yield ""
    yield (
        f"Before the window, use per head of the same age moved by {100 * test.drift.mean:+.1f}% a "
        f"year (standard error {100 * test.drift.error:.1f}, {test.drift.years} yearly steps of "
        "the census week, to March of the last year fitted)."
    )


def _columns() -> Iterator[tuple[str, Callable[[Score], str]]]:
    """What each table holds: its title and how a cell is worked out of a score."""
    for level in LEVELS:
        yield f"Share of figures within the {level}% interval", partial(_covered, level)
    for level in LEVELS:
        yield f"Mean width of the {level}% interval, people", partial(_width, level)
    for level in LEVELS:
        title = f"Mean interval score at {level}% (lower is better), people"
        yield title, partial(_score, level)
    of_shares = "Mean absolute percentage error of the point made for it"
    yield of_shares, lambda each: f"{100 * each.error_for_shares:.1f}%"
    of_median = "Mean absolute percentage error of the median"
    yield of_median, lambda each: f"{100 * each.error:.1f}%"
    over_people = "Absolute error of the median over people (weighted)"
    yield over_people, lambda each: f"{100 * each.weighted:.1f}%"


def _covered(level: int, each: Score) -> str:
    return f"{100 * each.levels[level].covered:.1f}%"


def _width(level: int, each: Score) -> str:
    return f"{each.levels[level].width:.0f}"


def _score(level: int, each: Score) -> str:
    return f"{each.levels[level].score:.0f}"


def _table(
    title: str, heads: list[str], scores: list[list[Score]], cell: Callable[[Score], str]
) -> Iterator[str]:
    yield f"| {title} | {' | '.join(heads)} |"
    yield f"| --- |{' ---: |' * len(heads)}"
    for row in scores:
        yield f"| {row[0].name} | {' | '.join(cell(each) for each in row)} |"


def put_into(file: Path, name: str, tables: str) -> None:
    """Replaces what stands between the marks of that name in a page; other text stays."""
    first, last = f"<!-- {name}: written by carewright backtest -->", f"<!-- end of {name} -->"
    text = file.read_text(encoding="utf-8")
    if first not in text or last not in text:
        raise ValueError(f"{file} has no lines {first} and {last} to write between")
    before, rest = text.split(first, 1)
    after = rest.split(last, 1)[1]
    file.write_text(f"{before}{first}\n\n{tables}\n{last}{after}", encoding="utf-8")
