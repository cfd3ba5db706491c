"""A result in lines for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from carewright_engine.evaluation.as_rows import Published
from carewright_engine.evaluation.bids import Exercise
from carewright_engine.evaluation.places import Place, places
from carewright_engine.evaluation.scoring import Result, Standing, results
from carewright_engine.evaluation.sensitivity import Sensitivity, Turn, sensitivity
from carewright_engine.values.money import in_pounds, to_places


def lines_of(exercise: Exercise, found: Sequence[Result]) -> Iterator[str]:
    """Every lot with its ranking, who is out, and what would have changed the winner."""
    won = {(one.lot, one.bid): one for one in places(exercise, found)}
    yield exercise.name
    for result in found:
        yield f"\n{result.lot.title}: {len(result.ranked)} ranked, {len(result.out)} out"
        for one in result.ranked:
            yield _standing(one, won[result.lot.id, one.bid.id])
        for out in result.out:
            yield f"  out  {out.bid.supplier}: {' '.join(out.reasons)}"
        for sensitive in sensitivity(exercise.method, result):
            yield f"  {_sensitivity(sensitive)}"


def differences(exercise: Exercise, published: frozenset[Published]) -> list[str]:
    """Where the published result is not what the method gives; none where it is, or none was."""
    ours = standings(results(exercise))
    if not published or ours == published:
        return []
    return [
        *(f"Published and not found: {_plain(one)}" for one in sorted(published - ours)),
        *(f"Found and not published: {_plain(one)}" for one in sorted(ours - published)),
    ]


def standings(found: Sequence[Result]) -> frozenset[Published]:
    """The part of a result that is published of each ranked bid."""
    return frozenset(
        (result.lot.id, one.bid.id, one.rank, one.total)
        for result in found
        for one in result.ranked
    )


def _plain(one: Published) -> str:
    lot, bid, rank, total = one
    return f"lot {lot}, bid {bid}, rank {rank}, {total} points."


def _standing(one: Standing, place: Place) -> str:
    said = [f"  {one.rank:>3}  {one.bid.supplier}: {one.total} at {in_pounds(one.bid.price)}"]
    if one.settled_by:
        said.append(f"equal total settled by {one.settled_by}")
    if one.tied_with:
        said.append(f"tied with {', '.join(one.tied_with)}")
    said.append("a place" if place.won else f"no place: {place.why_not}")
    return "; ".join(said)


def _sensitivity(one: Sensitivity) -> str:
    now = f"The weight of {one.criterion} is {to_places(one.weight, 2).normalize():f}%"
    turns = [
        words
        for turn, words in (
            (one.lowered, _turn("lowered", one.lowered)),
            (one.raised, _turn("raised", one.raised)),
        )
        if turn is not None
    ]
    return f"{now}: {' and '.join(turns) or 'no other weight changes the winner'}."


def _turn(way: str, turn: Turn | None) -> str:
    if turn is None:
        return ""
    return f"{way} to {to_places(turn.weight, 2)}%, bid {turn.bid} draws level"
