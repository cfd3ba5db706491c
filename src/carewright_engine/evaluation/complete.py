"""Whether everything that the published method asks for has been given, and only that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from carewright_engine.evaluation.bids import Agreed, Exercise, Score, apart, by_bid_and_criterion
from carewright_engine.evaluation.method import faults, scored_by_people

FAR_APART = 2


def gaps(exercise: Exercise) -> list[str]:
    """Why no result can be worked out yet, in sentences; none when one can."""
    return [
        *faults(exercise.method),
        *_bids(exercise),
        *_scores_that_fit(exercise),
        *_scores_that_are_missing(exercise),
    ]


def _bids(exercise: Exercise) -> Iterator[str]:
    lots = {lot.id for lot in exercise.lots}
    counts = Counter(bid.id for bid in exercise.bids)
    each = Counter((bid.supplier, bid.lot) for bid in exercise.bids)
    for bid in exercise.bids:
        if bid.lot not in lots:
            yield f"Bid {bid.id} is for lot {bid.lot}, which there is not."
        if bid.price <= 0:
            yield f"Bid {bid.id} has no price above nought."
    yield from (f"Two bids have the id {one}." for one, count in counts.items() if count > 1)
    for (supplier, lot), count in each.items():
        if count > 1:
            yield f"{supplier} has {count} bids for lot {lot}."


def _scores_that_fit(exercise: Exercise) -> Iterator[str]:
    asked, most = scored_by_people(exercise.method), exercise.method.guide.most
    known = {bid.id for bid in exercise.bids}
    given: list[Score | Agreed] = [*exercise.scores, *exercise.agreed]
    for one in given:
        if one.bid not in known or one.criterion not in asked:
            yield f"There is nothing to score as {one.criterion} of bid {one.bid}."
        elif not 0 <= one.score <= most:
            yield f"The score {one.score} for {one.criterion} of bid {one.bid} is not 0 to {most}."
        if not one.reason.strip():
            yield f"A score for {one.criterion} of bid {one.bid} has no reason."
    alone = Counter((one.bid, one.criterion, one.evaluator) for one in exercise.scores)
    together = Counter((one.bid, one.criterion) for one in exercise.agreed)
    for key, count in [*alone.items(), *together.items()]:
        if count > 1:
            yield f"{key[1]} of bid {key[0]} is scored twice."


def _scores_that_are_missing(exercise: Exercise) -> Iterator[str]:
    alone = by_bid_and_criterion(exercise.scores)
    together = {(one.bid, one.criterion) for one in exercise.agreed}
    by_consensus = exercise.method.agreed_by == "consensus"
    for bid in exercise.bids:
        for criterion in scored_by_people(exercise.method).values():
            key = (bid.id, criterion.id)
            if bid.rejected:
                continue
            if key not in alone:
                yield f"Nobody has scored {criterion.title} of bid {bid.id}."
            elif by_consensus and key not in together:
                yield f"No score is agreed for {criterion.title} of bid {bid.id}."


def to_discuss(exercise: Exercise, least: int = FAR_APART) -> list[tuple[str, str]]:
    """Bid and criterion of which the evaluators are so far apart, the furthest first."""
    found = by_bid_and_criterion(exercise.scores)
    far = [key for key, scores in found.items() if apart(scores) >= least]
    return sorted(far, key=lambda key: (-apart(found[key]), key))


def changes(exercise: Exercise) -> list[tuple[Agreed, list[Score]]]:
    """Each agreed score beside the ones given alone that differ from it: what the meeting moved."""
    alone = by_bid_and_criterion(exercise.scores)
    moved = []
    for agreed in exercise.agreed:
        given = alone.get((agreed.bid, agreed.criterion), [])
        different = [one for one in given if one.score != agreed.score]
        if different:
            moved.append((agreed, different))
    return moved
