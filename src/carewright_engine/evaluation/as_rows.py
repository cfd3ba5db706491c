"""An exercise as flat records, the form in which it is exported, published and read again.

Each record is of one section and all its values are text, so that JSON and CSV hold the same. The
result may be in it as well; it is then what a recomputation is compared with, and never used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from carewright_engine.evaluation.bids import Agreed, Bid, Exercise, Lot, Score
from carewright_engine.evaluation.method import Criterion, Guide, Method, PriceRule
from carewright_engine.evaluation.scoring import Result

Record = dict[str, str]
Records = dict[str, list[Record]]
Published = tuple[str, str, int, Decimal]  # lot, bid, rank, total


class UnreadableScores(Exception):
    """The file is not an exercise, and why, for the person who gave it."""


@dataclass(frozen=True, slots=True)
class Read:
    """An exercise and, where the file holds it, the result that was published."""

    exercise: Exercise
    published: frozenset[Published]


def _text(value: str) -> str:
    return value


def _optional(of: Callable[[str], Any]) -> Callable[[str], Any]:
    return lambda value: None if value == "" else of(value)


def _yes(value: str) -> bool:
    if value not in ("yes", "no"):
        raise ValueError("neither yes nor no")
    return value == "yes"


_whole_or_none: Final = _optional(int)
_number_or_none: Final = _optional(Decimal)

COLUMNS: Final[Mapping[str, Mapping[str, Callable[[str], Any]]]] = {
    "exercise": {
        "name": _text,
        "most_lots_each": _whole_or_none,
        "agreed_by": _text,
        "places": int,
        "formula": _text,
        "most": _whole_or_none,
        "least": _whole_or_none,
        "slope": Decimal,
    },
    "guide": {"score": int, "words": _text},
    "criterion": {
        "id": _text,
        "title": _text,
        "weight": Decimal,
        "part_of": _text,
        "is_price": _yes,
        "threshold": _number_or_none,
    },
    "tie_break": {"by": _text},
    "lot": {"id": _text, "title": _text, "places": _whole_or_none, "hours": _whole_or_none},
    "bid": {
        "id": _text,
        "supplier": _text,
        "lot": _text,
        "price": int,
        "capacity": _whole_or_none,
        "most_lots": _whole_or_none,
        "rejected": _text,
    },
    "score": {"bid": _text, "criterion": _text, "evaluator": _text, "score": int, "reason": _text},
    "agreed": {"bid": _text, "criterion": _text, "score": int, "reason": _text},
    "standing": {"lot": _text, "bid": _text, "rank": int, "total": Decimal},
}


def records_of(exercise: Exercise, results: Sequence[Result] = ()) -> Records:
    """The exercise in its sections, with the result where it is given."""
    method = exercise.method
    about = {
        "name": exercise.name,
        "most_lots_each": exercise.most_lots_each,
        "agreed_by": method.agreed_by,
        "places": method.places,
    }
    rule = method.price
    price = {"formula": rule.formula, "most": rule.most, "least": rule.least, "slope": rule.slope}
    return {
        "exercise": [_record({**about, **price})],
        "guide": [
            _record({"score": at, "words": one}) for at, one in enumerate(method.guide.words)
        ],
        "criterion": [_record(one) for one in _criteria(method.criteria, "")],
        "tie_break": [{"by": one} for one in method.tie_break],
        "lot": _all("lot", exercise.lots),
        "bid": _all("bid", exercise.bids),
        "score": _all("score", exercise.scores),
        "agreed": _all("agreed", exercise.agreed),
        "standing": [
            _record({"lot": of.lot.id, "bid": one.bid.id, "rank": one.rank, "total": one.total})
            for of in results
            for one in of.ranked
        ],
    }


def exercise_of(records: Mapping[str, Any]) -> Read:
    """The exercise that the sections hold; raises UnreadableScores."""
    values = {name: _values(name, records.get(name, [])) for name in COLUMNS}
    unknown = sorted(set(records) - set(COLUMNS))
    if unknown:
        raise UnreadableScores(f"There is no section called {unknown[0]}.")
    if len(values["exercise"]) != 1:
        raise UnreadableScores("The file needs one record of the section exercise.")
    about = values["exercise"][0]
    price = {name: about.pop(name) for name in ("formula", "most", "least", "slope")}
    method = Method(
        criteria=_tree(values["criterion"]),
        guide=_guide(values["guide"]),
        price=PriceRule(**price),
        places=about["places"],
        tie_break=tuple(one["by"] for one in values["tie_break"]),
        agreed_by=about["agreed_by"],
    )
    exercise = Exercise(
        name=about["name"],
        method=method,
        lots=tuple(Lot(**one) for one in values["lot"]),
        bids=tuple(Bid(**one) for one in values["bid"]),
        scores=tuple(Score(**one) for one in values["score"]),
        agreed=tuple(Agreed(**one) for one in values["agreed"]),
        most_lots_each=about["most_lots_each"],
    )
    return Read(exercise, frozenset(_published(values["standing"])))


def _criteria(criteria: Iterable[Criterion], part_of: str) -> Iterable[dict[str, Any]]:
    for one in criteria:
        yield {
            "id": one.id,
            "title": one.title,
            "weight": one.weight,
            "part_of": part_of,
            "is_price": "yes" if one.is_price else "no",
            "threshold": one.threshold,
        }
        yield from _criteria(one.parts, one.id)


def _tree(flat: Sequence[Mapping[str, Any]]) -> tuple[Criterion, ...]:
    """Criteria under what they are part of, in the order of the file."""
    below: dict[str, list[Mapping[str, Any]]] = {}
    for one in flat:
        below.setdefault(one["part_of"], []).append(one)

    def made(part_of: str) -> tuple[Criterion, ...]:
        # Taken out, so that a criterion that is part of itself is never followed twice.
        return tuple(
            Criterion(
                one["id"],
                one["title"],
                one["weight"],
                made(one["id"]),
                one["is_price"],
                one["threshold"],
            )
            for one in below.pop(part_of, [])
        )

    criteria = made("")
    if below:
        raise UnreadableScores(f"Criteria are part of {sorted(below)[0]}, which leads nowhere.")
    return criteria


def _guide(flat: Sequence[Mapping[str, Any]]) -> Guide:
    if [one["score"] for one in flat] != list(range(len(flat))):
        raise UnreadableScores("The scores of the guide do not count up from nought.")
    return Guide(tuple(one["words"] for one in flat))


def _published(flat: Sequence[Mapping[str, Any]]) -> Iterable[Published]:
    return ((one["lot"], one["bid"], one["rank"], one["total"]) for one in flat)


def _all(section: str, found: Iterable[Any]) -> list[Record]:
    return [_record({name: getattr(one, name) for name in COLUMNS[section]}) for one in found]


def _record(values: Mapping[str, Any]) -> Record:
    return {name: "" if value is None else str(value) for name, value in values.items()}


def _values(section: str, found: Any) -> list[dict[str, Any]]:
    """The records of a section, each value read; anything missing or odd is refused."""
    if not isinstance(found, list):
        raise UnreadableScores(f"The section {section} is not a list.")
    return [_read(section, place, record) for place, record in enumerate(found, start=1)]


def _read(section: str, place: int, record: Any) -> dict[str, Any]:
    columns = COLUMNS[section]
    if not isinstance(record, dict) or set(record) != set(columns):
        raise UnreadableScores(f"{section} {place} does not have the fields {', '.join(columns)}.")
    read = {}
    for name, reader in columns.items():
        try:
            read[name] = reader(record[name])
            if isinstance(read[name], Decimal) and not read[name].is_finite():
                raise ValueError("not finite")
        except (ValueError, TypeError, InvalidOperation):
            words = f"{section} {place}: {name} cannot be {str(record[name])[:40]!r}."
            raise UnreadableScores(words) from None
    return read
