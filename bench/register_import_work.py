"""One step of an import of a register, in a process of its own; prints what it took."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from bench import harness

PAGES: Final = ("import", "import_rows", "import_suppliers", "import_undo")


def main() -> None:
    """Do the step that is named, and print its answer, seconds and memory as one line of JSON."""
    import django

    django.setup()
    from django.utils.timezone import now

    from carewright.config.practice_govern import Cast
    from carewright.platform import api as platform

    step, file = sys.argv[1], Path(sys.argv[2])
    cast = Cast(now())
    with platform.acting_for(cast.council.id):
        work = STEPS[step](cast.person("contracts"), cast.at, file)
        started = time.perf_counter()
        answer = work()
        seconds = time.perf_counter() - started
    print(json.dumps({"answer": answer, "seconds": seconds, "peak_mb": _peak_mb()}))


def _peak_mb() -> float:
    """The most that this process held, or a reader that it started."""
    apart = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return max(harness.peak_mb(), apart)


Work = Callable[[], Any]


def _give(by: Any, at: Any, file: Path) -> Work:
    from carewright.contract import api as contract
    from carewright.register import api as register

    def give() -> None:
        with file.open("rb") as content:
            register.upload_file(
                name=file.name, content=content, organisation_id=by.organisation.id,
                kind=contract.KIND_OF_FILE, by=by, at=at,
            )  # fmt: skip

    return give


def _read(by: Any, at: Any, _file: Path) -> Work:
    from carewright.register import api as register

    return lambda: register.read_dataset(dataset_id=_given(by), by=by, at=at)


def _take_in(by: Any, at: Any, _file: Path) -> Work:
    from carewright.contract import api as contract
    from carewright.contract.api import Kind, Regime

    asked = {"kind": Kind.SERVICE_LEVEL, "regime": Regime.SCOT_REGULATED, "by": by, "at": at}
    return lambda: str(contract.begin_import(dataset_id=_given(by), **asked))


def _look(by: Any, _at: Any, _file: Path) -> Work:
    """Every page of the import, one after another; the answer is what became of the rows."""
    from django.test import Client
    from django.urls import reverse

    from bench import page_rows
    from carewright.contract import api as contract
    from carewright.platform.models import Officer

    batch_id = _batch(by)
    browser = Client(SERVER_NAME="127.0.0.1")
    account = Officer.objects.get(pk=by.id).account
    browser.cookies.load({"carewright_session": page_rows.signed_in(account)})

    def look() -> dict[str, int]:
        for page in PAGES:
            answer = browser.get(reverse(f"contract:{page}", args=[batch_id]))
            if answer.status_code != 200:
                raise SystemExit(f"{page} answered {answer.status_code}")
        found = contract.import_of(batch_id, seen_by=by).counts
        told = {name: getattr(found, name) for name in ("read", "kept", "doubtful", "refused")}
        return told | {"clear": found.ready + found.placed}

    return look


def _settle(by: Any, at: Any, _file: Path) -> Work:
    from carewright.contract import api as contract
    from carewright.contract.api import Several

    done = {"which": Several.ASKED, "place": True, "by": by, "at": at}
    return lambda: contract.settle_rows(batch_id=_batch(by), **done)


def _place(by: Any, at: Any, _file: Path) -> Work:
    from carewright.contract import api as contract

    return lambda: contract.place_rows(batch_id=_batch(by), by=by, at=at)


def _take_back(by: Any, at: Any, _file: Path) -> Work:
    from carewright.contract import api as contract

    batch_id = _batch(by)
    saw = contract.import_of(batch_id, seen_by=by).counts.placed
    done = {"batch_id": batch_id, "saw": saw, "reason": "Benchmark", "by": by, "at": at}
    return lambda: contract.undo_import(**done)


def _given(by: Any) -> Any:
    from carewright.register import api as register

    return register.datasets(seen_by=by).get().pk


def _batch(by: Any) -> Any:
    from carewright.contract import api as contract

    return contract.imports(seen_by=by).get().pk


STEPS: Final[dict[str, Callable[[Any, Any, Path], Work]]] = {
    "give": _give, "read": _read, "take in": _take_in, "look": _look, "settle": _settle,
    "place": _place, "look again": _look, "take back": _take_back,
}  # fmt: skip

if __name__ == "__main__":
    main()
