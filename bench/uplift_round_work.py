"""Takes a round of uplifts through all its steps once, and prints how long each took."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any, Final

WAGES, PRICES = Decimal("0.0673"), Decimal("0.031")
FACTOR: Final = 1 + Decimal("0.7") * WAGES + Decimal("0.2") * PRICES
UNITS: Final = ("hour", "visit", "week", "night")


def expected(pence: int) -> int:
    """The new price by the reference: one line at a time, in decimals."""
    return int((pence * FACTOR).quantize(Decimal(1), ROUND_HALF_UP))


def main() -> None:
    """Print the seconds of each step, and how many prices are wrong, as one line of JSON."""
    import django

    django.setup()
    from django.utils.timezone import now

    from carewright.config.practice_govern import Cast
    from carewright.platform import api as platform

    cast = Cast(now())
    with platform.acting_for(cast.council.id):
        print(json.dumps(worked(cast)))


def worked(cast: Any) -> dict[str, Any]:
    """The whole round by officers of the council."""
    from carewright.contract import api as contract
    from carewright.contract.api import Chosen
    from carewright.uplift import api as uplift

    by, at = cast.person("contracts"), cast.at
    done = {"by": by, "at": at}
    round_id = uplift.propose_round(proposal=proposal(at.date() + timedelta(days=60)), **done)
    seconds = {"preview": timed(lambda: uplift.preview_round(round_id=round_id, **done))}
    approve(cast, round_id)
    seconds["apply"] = timed(lambda: uplift.apply_round(round_id=round_id, **done))
    found = uplift.uplift_round(round_id, seen_by=by)
    day = found.effective_on
    stand = contract.priced_lines(Chosen(), counting_from=day, seen_by=by)
    opened = {each.id: each.pence for each in stand if each.starts_on == day}
    lines = uplift.lines_of(round_id, seen_by=by).values_list("new_line_id", "old_pence")
    wrong = sum(opened.get(key) != expected(old) for key, old in lines)
    finance = cast.person("finance2")
    uplift.ask_to_reverse(round_id=round_id, reason="Benchmark", **done)
    seconds["take back"] = timed(
        lambda: uplift.confirm_reversal(round_id=round_id, by=finance, at=at)
    )
    return {"seconds": seconds, "lines": found.figures["lines"], "wrong": wrong}


def proposal(effective_on: Any) -> Any:
    """Every price by one formula."""
    from carewright.contract.api import Unit
    from carewright.uplift import api as uplift
    from carewright.uplift.api import RoundFormula, RoundRule, Share
    from carewright_engine.costing.uplift import Driver

    shares = (
        Share(Driver.WAGE_FLOOR, Decimal("0.7"), WAGES, "invented"),
        Share(Driver.PRICES, Decimal("0.2"), PRICES, "invented"),
        Share(Driver.FIXED, Decimal("0.1"), Decimal(0), ""),
    )
    formula = RoundFormula("care", "Care", tuple(Unit(each) for each in UNITS), shares)
    return uplift.Proposal(
        reason="Benchmark", effective_on=effective_on, rule=RoundRule(formulas=(formula,))
    )


def approve(cast: Any, round_id: Any) -> None:
    """Read, accepted by every provider, and approved by whoever the scheme names."""
    from carewright.config.practice_govern import take
    from carewright.decide import api as decide
    from carewright.decide.api import Outcome
    from carewright.uplift import api as uplift

    by, reader, at = cast.person("contracts"), cast.person("finance"), cast.at
    done = {"round_id": round_id, "by": by, "at": at}
    uplift.choose_reader(reader_id=reader.id, **done)
    reading = uplift.uplift_round(round_id, seen_by=reader).open_reading
    prices = [expected(line.old_pence) for line in reading.lines] if reading else []
    uplift.answer_reading(round_id=round_id, prices=prices, by=reader, at=at)
    uplift.send_to_providers(said_on=at.date(), answer_by=at.date() + timedelta(days=1), **done)
    accepted = uplift.Answer(said=uplift.Said.ACCEPTED, said_on=at.date())
    for each in uplift.uplift_round(round_id, seen_by=by).providers:
        uplift.record_answer(provider_id=each.id, answer=accepted, **done)
    request_id = uplift.ask_for_approval(**done)
    while steps := decide.approval(request_id, seen_by=by).open_steps:
        for step in steps:
            take(cast, step, Outcome.APPROVE, "Benchmark")
    uplift.take_over_approval(**done)


def timed(act: Callable[[], object]) -> dict[str, float]:
    """Seconds of the clock that it took, and of the processors: ours, and the database's for us."""
    began, ours, theirs = time.perf_counter(), time.process_time(), in_the_database()
    act()
    return {
        "wall": time.perf_counter() - began,
        "web": time.process_time() - ours,
        "database": in_the_database() - theirs,
    }


def in_the_database() -> float:
    """Seconds of processor that the server process of our connection has used (proc(5))."""
    from django.db import connection

    connection.ensure_connection()
    found = Path(f"/proc/{connection.connection.info.backend_pid}/stat").read_text()
    user, system = found.rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
