"""The result of an exercise worked out a second time, from its exported records alone.

Nothing of the engine is imported: the method is read from the page that suppliers read. Where the
engine walks the tree of criteria, this multiplies weights along each criterion's way to the top.
"""

from __future__ import annotations

from fractions import Fraction as F
from typing import Any

Records = dict[str, list[dict[str, str]]]


def again(records: Records) -> dict[str, Any]:
    """By lot: ranked bids as (bid, rank, total), those out, and those who win a place."""
    about = records["exercise"][0]
    criteria = {one["id"]: one for one in records["criterion"]}
    score = _scores(records, about)
    found: dict[str, Any] = {}
    for lot in records["lot"]:
        bids = [one for one in records["bid"] if one["lot"] == lot["id"]]
        out = {one["id"] for one in bids if _is_out(one, records, criteria, score, about)}
        left = [one for one in bids if one["id"] not in out]
        points = _points(left, records, criteria, score, about)
        found[lot["id"]] = {"ranked": _rank(left, points, records, criteria, score), "out": out}
    _places(records, found)
    return found


def _scores(records: Records, about: dict[str, str]) -> dict[tuple[str, str], F]:
    if about["agreed_by"] == "consensus":
        return {(one["bid"], one["criterion"]): F(one["score"]) for one in records["agreed"]}
    sums: dict[tuple[str, str], list[int]] = {}
    for one in records["score"]:
        sums.setdefault((one["bid"], one["criterion"]), []).append(int(one["score"]))
    return {key: F(sum(values)) / len(values) for key, values in sums.items()}


def _scored(criteria: dict[str, dict[str, str]], within: str = "") -> list[str]:
    """Scored criteria below another (or all), price left out."""
    above = {one["part_of"] for one in criteria.values()}
    names = []
    for name, one in criteria.items():
        if name in above or one["is_price"] == "yes":
            continue
        way, at = [name], one["part_of"]
        while at:
            way.append(at)
            at = criteria[at]["part_of"]
        if not within or within in way:
            names.append(name)
    return names


def _weight(name: str, criteria: dict[str, dict[str, str]], up_to: str = "") -> F:
    weight = F(1)
    while name and name != up_to:
        weight *= F(criteria[name]["weight"]) / 100
        name = criteria[name]["part_of"]
    return weight


def _reached(bid: str, name: str, criteria: dict[str, dict[str, str]], score: dict, most: int) -> F:
    """What part of a criterion's points the bid has, price left out of the question."""
    return sum(
        (
            _weight(each, criteria, up_to=name) * score[bid, each] / most
            for each in _scored(criteria, within=name)
        ),
        F(0),
    )


def _is_out(
    bid: dict[str, str], records: Records, criteria: dict, score: dict, about: dict[str, str]
) -> bool:
    most = len(records["guide"]) - 1
    if bid["rejected"] or (about["most"] and int(bid["price"]) > int(about["most"])):
        return True
    above = {one["part_of"] for one in criteria.values()}
    for name, one in criteria.items():
        if not one["threshold"]:
            continue
        scale = 100 if name in above else most
        if _reached(bid["id"], name, criteria, score, most) * scale < F(one["threshold"]):
            return True
    if about["formula"] == "price_per_quality_point":
        return not any(
            score[bid["id"], each] * _weight(each, criteria) for each in _scored(criteria)
        )
    return False


def _points(
    bids: list[dict[str, str]], records: Records, criteria: dict, score: dict, about: dict[str, str]
) -> dict[str, F]:
    most = len(records["guide"]) - 1
    quality = {
        bid["id"]: sum(
            (
                100 * _weight(each, criteria) * score[bid["id"], each] / most
                for each in _scored(criteria)
            ),
            F(0),
        )
        for bid in bids
    }
    if not bids:
        return {}
    if about["formula"] == "price_per_quality_point":
        best = max(quality[bid["id"]] / int(bid["price"]) for bid in bids)
        return {bid["id"]: 100 * quality[bid["id"]] / int(bid["price"]) / best for bid in bids}
    floor = int(about["least"] or 0)
    prices = {bid["id"]: F(max(int(bid["price"]), floor)) for bid in bids}
    for name, one in criteria.items():
        if one["is_price"] == "yes":
            weight = 100 * _weight(name, criteria)
            for bid in quality:
                quality[bid] += weight * _price(prices[bid], list(prices.values()), about)
    return quality


def _price(price: F, prices: list[F], about: dict[str, str]) -> F:
    low, high, mean = min(prices), max(prices), sum(prices) / len(prices)
    if about["formula"] == "lowest_over_price":
        return low / price
    if about["formula"] == "lowest_linear":
        return 2 - price / low if price < 2 * low else F(0)
    if about["formula"] == "lowest_to_highest":
        return F(1) if low == high else (price - high) / (low - high)
    if about["formula"] == "inverse_with_floor":
        return F(about["least"]) / price
    share = (50 + F(about["slope"]) * (100 - 100 * price / mean)) / 100
    return sorted([F(0), share, F(1)])[1]


def _rank(
    bids: list[dict[str, str]], points: dict[str, F], records: Records, criteria: dict, score: dict
) -> list[tuple[str, int, str]]:
    places, most = int(records["exercise"][0]["places"]), len(records["guide"]) - 1
    keys = {}
    for bid in bids:
        key = [-_rounded(points[bid["id"]], places)]
        for one in records["tie_break"]:
            if one["by"] == "price":
                key.append(int(bid["price"]))
            else:
                key.append(-_reached(bid["id"], one["by"], criteria, score, most))
        keys[bid["id"]] = key
    return sorted(
        (
            (name, 1 + sum(other < key for other in keys.values()), _shown(-key[0], places))
            for name, key in keys.items()
        ),
        key=lambda one: (one[1], one[0]),
    )


def _rounded(points: F, places: int) -> int:
    """In the last decimal place, half up."""
    return (2 * points.numerator * 10**places + points.denominator) // (2 * points.denominator)


def _shown(scaled: int, places: int) -> str:
    digits = str(scaled).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits


def _places(records: Records, found: dict[str, Any]) -> None:
    most_each = records["exercise"][0]["most_lots_each"]
    bids = {one["id"]: one for one in records["bid"]}
    lots_of: dict[str, int] = {}
    hours_of: dict[str, int] = {}
    for lot in records["lot"]:
        ranked = found[lot["id"]]["ranked"]
        left = int(lot["places"]) if lot["places"] else len(ranked)
        winners: set[str] = set()
        for rank in sorted({one[1] for one in ranked}):
            able = []
            for name, _, _ in (one for one in ranked if one[1] == rank):
                bid = bids[name]
                won = lots_of.get(bid["supplier"], 0)
                if most_each and won >= int(most_each):
                    continue
                if bid["most_lots"] and won >= int(bid["most_lots"]):
                    continue
                hours = hours_of.get(bid["supplier"], 0) + int(lot["hours"] or 0)
                if bid["capacity"] and lot["hours"] and hours > int(bid["capacity"]):
                    continue
                able.append(bid)
            if len(able) > left:
                break
            left -= len(able)
            for bid in able:
                winners.add(bid["id"])
                lots_of[bid["supplier"]] = lots_of.get(bid["supplier"], 0) + 1
                more = int(lot["hours"] or 0)
                hours_of[bid["supplier"]] = hours_of.get(bid["supplier"], 0) + more
        found[lot["id"]]["won"] = winners
