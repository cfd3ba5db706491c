"""`carewright audit`: seal the record, look over it, check a proof, forget words of an event."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import typer

if TYPE_CHECKING:
    from carewright.attest.api import Verdict

audit = typer.Typer(
    help="Seal the record of events, look over it, check a proof.", no_args_is_help=True
)

#: What `verify`, `check-proof` and `check-growth` end with, besides nought for all well.
NOT_WHOLE = 1
CANNOT_TELL = 3

KEY = typer.Option("", help="Public key, as NAME+ID+KEY. Without it: the installation's own.")
AS_JSON = typer.Option(False, "--json", help="Print JSON.")


@audit.command()
def seal() -> None:
    """Put every event that waits under a signed checkpoint, as the worker does each minute."""
    with _installation():
        from carewright.attest import api as attest
        from carewright.attest.jobs import seal_record

        seal_record()
        newest = attest.newest_checkpoint()
    covers = f"Checkpoint {newest.number} covers {newest.size:,} events." if newest else ""
    typer.echo(covers or "There is no event to seal yet.")


@audit.command()
def verify(
    checkpoint: list[Path] = typer.Option(
        [], exists=True, dir_okay=False, help="A checkpoint that a witness kept; may be repeated."
    ),
    key: str = KEY,
    as_json: bool = AS_JSON,
) -> None:
    """Look over the whole record, and name the first event that is not what was sealed.

    Ends with 0 if the record is whole, 1 if it is not, 3 if that cannot be told.
    """
    with _installation():
        from carewright.config.auditing import look_over

        verdict = look_over(checkpoint, key)
    typer.echo(json.dumps(_as_json(verdict), indent=2) if as_json else _in_words(verdict))
    raise typer.Exit(0 if verdict.whole else NOT_WHOLE)


@audit.command("key")
def public_key() -> None:
    """Print the public key, for whoever wants to check without us."""
    with _installation():
        from carewright.attest import api as attest

        text = attest.public_key().text
    typer.echo(text)


@audit.command("check-proof")
def check_proof(
    file: Path = typer.Argument(exists=True, dir_okay=False, help="The proof of one event."),
    key: str = typer.Option(..., help="Public key of the record, as NAME+ID+KEY."),
    as_json: bool = AS_JSON,
) -> None:
    """Check the proof of one event, without the installation or its database.

    Ends with 0 if the event is in the record that the key signed, 1 if not.
    """
    attest = _without_a_database()
    try:
        proof = attest.EventProof.read(file.read_text())
        head, event = proof.checked(attest.PublicKey.read(key))
    except (ValueError, KeyError) as problem:
        typer.echo(f"Not proved. {problem}.", err=True)
        raise typer.Exit(NOT_WHOLE) from None
    if as_json:
        told = {"place": proof.place, "origin": head.origin, "size": head.size, "event": event}
        typer.echo(json.dumps(told, indent=2, ensure_ascii=False))
    else:
        typer.echo(f"Proved: event {proof.place} of the {head.size:,} in {head.origin}.")
        typer.echo(json.dumps(event, indent=2, ensure_ascii=False))


@audit.command("prove-growth")
def prove_growth(
    old: Path = typer.Argument(exists=True, dir_okay=False, help="The older checkpoint."),
    new: Path = typer.Argument(exists=True, dir_okay=False, help="The newer checkpoint."),
) -> None:
    """Print what shows that the record at one checkpoint begins with that at an older one."""
    with _installation():
        from carewright.attest import api as attest

        key = attest.public_key()
        path = attest.growth_between(*(key.opens(file.read_text()).size for file in (old, new)))
    typer.echo("\n".join(map(attest.in_base64, path)))


@audit.command("check-growth")
def check_growth(
    old: Path = typer.Argument(exists=True, dir_okay=False, help="The older checkpoint."),
    new: Path = typer.Argument(exists=True, dir_okay=False, help="The newer checkpoint."),
    proof: Path = typer.Argument(exists=True, dir_okay=False, help="What prove-growth printed."),
    key: str = typer.Option(..., help="Public key of the record, as NAME+ID+KEY."),
) -> None:
    """Check that nothing before the older checkpoint was changed since, without the database.

    Ends with 0 if the newer record begins with the older, 1 if not.
    """
    attest = _without_a_database()
    try:
        public = attest.PublicKey.read(key)
        older, newer = (public.opens(file.read_text()) for file in (old, new))
        path = [attest.from_base64(line) for line in proof.read_text().split()]
        attest.require_consistency(older.size, older.root, newer.size, newer.root, path)
    except ValueError as problem:
        typer.echo(f"Not proved. {problem}.", err=True)
        raise typer.Exit(NOT_WHOLE) from None
    typer.echo(f"Proved: the {newer.size:,} events begin with the {older.size:,} of before.")


@audit.command()
def erase(
    event: UUID = typer.Argument(help="Id of the event."),
    reason: str = typer.Option(..., help="Why, without repeating what is erased."),
) -> None:
    """Take name, reason and facts out of an event; that it happened stays, and stays proved."""
    with _installation():
        from django.utils.timezone import now

        from carewright.platform import api as platform

        try:
            platform.erase_words(event_id=event, reason=reason, by=platform.Operator(), at=now())
        except (platform.NotFound, platform.CannotErase) as problem:
            typer.echo(f"{problem}.", err=True)
            raise typer.Exit(NOT_WHOLE) from None
    typer.echo("The words of the event are gone.")


@contextmanager
def _installation() -> Iterator[None]:
    """Django over the installation's database, as the owner of the tables."""
    from carewright.config.database import OWNER_MARK
    from carewright.config.running import database, practice_unless_told

    os.environ[OWNER_MARK] = "1"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "carewright.config.settings")
    with database(practice_unless_told()):
        import django

        django.setup()
        from carewright.attest.api import BadNote, KeyMissing

        try:
            yield
        except (KeyMissing, BadNote) as problem:
            typer.echo(str(problem), err=True)
            sys.exit(CANNOT_TELL)


def _without_a_database() -> Any:
    """The stage's door, for what needs no more than its rules."""
    from carewright.config.running import practice_unless_told

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "carewright.config.settings")
    practice_unless_told()
    import django

    django.setup()
    from carewright.attest import api as attest

    return attest


def _as_json(verdict: Verdict) -> dict[str, object]:
    return {
        "whole": verdict.whole,
        "events": verdict.events,
        "sealed": verdict.sealed,
        "unsealed": verdict.unsealed,
        "checkpoints": verdict.checkpoints,
        "witnesses": list(verdict.witnesses),
        "findings_count": verdict.findings_count,
        "findings": [
            {
                "fault": each.fault.value,
                "place": each.place,
                "event": str(each.event_id) if each.event_id else None,
                "says": each.says,
            }
            for each in verdict.findings
        ],
    }


def _in_words(verdict: Verdict) -> str:
    lines = [
        "The record is whole." if verdict.whole else "THE RECORD IS NOT WHOLE.",
        f"{verdict.sealed:,} events are sealed under {verdict.checkpoints:,} checkpoints, held "
        f"against {len(verdict.witnesses):,} that witnesses kept.",
        f"{verdict.unsealed:,} events wait to be sealed: whether one of these was changed or taken "
        "out cannot be told.",
    ]
    if verdict.findings:
        first, *others = verdict.findings
        lines += ["", f"First: {first.says}."]
        lines += [f"  also: {each.says}." for each in others]
        if more := verdict.findings_count - len(verdict.findings):
            lines.append(f"  and {more:,} more.")
    return "\n".join(lines)
