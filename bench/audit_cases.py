"""One run of one way to write the record; also what must be there before, and the look after."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from hashlib import sha256
from typing import Final
from uuid import uuid4

import django

from bench import harness

COLUMNS: Final = (
    "id uuid PRIMARY KEY, at timestamptz NOT NULL, act varchar(60) NOT NULL, "
    "subject_kind varchar(60) NOT NULL, subject_id varchar(100) NOT NULL, organisation_id uuid, "
    "by_id varchar(40) NOT NULL, by_name varchar(200) NOT NULL, reason text NOT NULL, "
    "facts jsonb NOT NULL"
)
TABLES: Final = (
    f"CREATE TABLE bench_plain ({COLUMNS})",
    f"CREATE TABLE bench_chain ({COLUMNS}, hash bytea NOT NULL)",
    "CREATE TABLE bench_head (hash bytea NOT NULL)",
    "INSERT INTO bench_head VALUES ('')",
    *(
        f"CREATE INDEX ON {table} (organisation_id, at DESC); "
        f"CREATE INDEX ON {table} (subject_kind, subject_id, at)"
        for table in ("bench_plain", "bench_chain")
    ),
)
VALUES: Final = ", ".join(["%s"] * 10)
#: An installation seals once a minute; a run is over in seconds.
SECONDS_BETWEEN_SEALS: Final = 1.0

Write = Callable[[str, str], None]


def main() -> int:
    """Does what is asked, and prints one line about it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("prepare", "verify", "seal", *WRITES))
    parser.add_argument("--writers", type=int, default=50)
    parser.add_argument("--each", type=int, default=100)
    asked = parser.parse_args()
    django.setup()
    others = {"prepare": prepare, "verify": verify, "seal": seal}
    if asked.what in others:
        others[asked.what]()
        return 0
    return run(asked.what, asked.writers, asked.each)


def run(name: str, writers: int, each: int) -> int:
    """All writers begin together; with ours another process seals meanwhile."""
    sealer = None
    if name == "ours":
        sealer = subprocess.Popen(
            [sys.executable, "-m", "bench.audit_cases", "seal"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert sealer.stdout is not None
        sealer.stdout.readline()  # it has started, which takes longer than some measurements
    taken: list[float] = []
    try:
        harness.report_run(
            lambda: _written(name, writers, each, taken), lambda: _percentiles(taken)
        )
    finally:
        if sealer is not None:
            sealer.communicate()  # its input ends, so it seals what is left and ends too
    return 0


def _written(name: str, writers: int, each: int, taken: list[float]) -> harness.Answer:
    barrier, write = threading.Barrier(writers), WRITES[name]

    def writes(writer: int) -> None:
        from django.db import connection

        connection.ensure_connection()
        barrier.wait()
        for number in range(each):
            began = time.perf_counter()
            write(f"{writer}-{number}", f"Review {number} by writer {writer}")
            taken.append(time.perf_counter() - began)
        connection.close()

    threads = [threading.Thread(target=writes, args=(writer,)) for writer in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {"events": len(taken)}


def _percentiles(taken: list[float]) -> dict[str, float]:
    ordered = sorted(taken)
    return {
        "p50_ms": ordered[len(ordered) // 2] * 1_000,
        "p99_ms": ordered[len(ordered) * 99 // 100] * 1_000,
    }


def ours(subject_id: str, reason: str) -> None:
    """An event as every act writes it."""
    from django.db import transaction
    from django.utils.timezone import now

    from carewright.platform import api as platform

    with transaction.atomic():
        platform.audit.record(
            "looked", "area", subject_id, by=platform.Operator(), at=now(), organisation_id=None,
            reason=reason, file="services.csv", rows=12,
        )  # fmt: skip


def plain(subject_id: str, reason: str) -> None:
    """The same event as a row and nothing more."""
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO bench_plain VALUES ({VALUES})", _row(subject_id, reason))


def chain(subject_id: str, reason: str) -> None:
    """The same event with the hash of the one before, which nobody else may follow meanwhile."""
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT hash FROM bench_head FOR UPDATE")
        before = bytes(cursor.fetchone()[0])
        row = _row(subject_id, reason)
        told = json.dumps([str(each) for each in row]).encode()
        link = sha256(before + told).digest()
        cursor.execute(f"INSERT INTO bench_chain VALUES ({VALUES}, %s)", [*row, link])
        cursor.execute("UPDATE bench_head SET hash = %s", [link])


WRITES: Final[dict[str, Write]] = {"ours": ours, "plain": plain, "chain": chain}


def _row(subject_id: str, reason: str) -> list[object]:
    from django.utils.timezone import now

    facts = json.dumps({"file": "services.csv", "rows": 12})
    return [
        uuid4(), now(), "looked", "area", subject_id, None, "operator",
        "Operator at the command line", reason, facts,
    ]  # fmt: skip


def prepare() -> None:
    """The product's tables, and those of the others."""
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", interactive=False, verbosity=0)
    with connection.cursor() as cursor:
        for statement in TABLES:
            cursor.execute(statement)


def seal() -> None:
    """Seals over and over until nobody wants it any more, and then what is left."""
    ended = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
    _seal()
    print("sealing", flush=True)
    while not ended.wait(SECONDS_BETWEEN_SEALS):
        _seal()
    _seal()


def _seal() -> None:
    from carewright.attest.jobs import seal_record

    seal_record()


def verify() -> None:
    """Looks over what was sealed."""
    from django.utils.timezone import now

    from carewright.attest import api as attest
    from carewright.platform import api as platform

    found = attest.verify_record(key=attest.public_key(), by=platform.Operator(), at=now())
    print(json.dumps({"whole": found.whole, "sealed": found.sealed, "unsealed": found.unsealed}))


if __name__ == "__main__":
    sys.exit(main())
