"""A lot from its keys to its minutes with commands alone: no server, no database."""

from __future__ import annotations

import json
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.engine.cli.commands import Said, carewright

HOLDERS = {"Ann Reid": "council", "Bo Lindsay": "legal", "Cass Muir": "audit"}
SLOTS = """slot,envelope,title,required
method,quality,How care is given,yes
price,price,Prices,yes
"""


def ran(*words: str | Path) -> Said:
    said = carewright(*words)
    assert said.exit_code == 0, said.err
    return said


@pytest.fixture(scope="module")
def dealt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the keys of holders, council and bidder, and the sheet of a lot."""
    folder = tmp_path_factory.mktemp("lot")
    (folder / "slots.csv").write_text(SLOTS)
    holders: list[str | Path] = []
    for name, role in HOLDERS.items():
        ran("lot", "key", folder / name)
        holders += ["--holder", f"{role},{name},{folder / name}.pub"]
    ran("bid", "key", folder / "bidder")
    ran("receipt", "key", folder / "receipts")
    ran(
        "lot", "keys", "--tender", "care-26", "--lot", "north", "--slots", folder / "slots.csv",
        *holders, "--out", folder / "lot.json",
    )  # fmt: skip
    (folder / "prices.csv").write_text("hour,21.50\n")
    (folder / "method.pdf").write_bytes(b"How we care.")
    return folder


def share(folder: Path, name: str, envelope: str, out: Path) -> Path:
    ran(
        "lot", "share", "--sheet", folder / "lot.json", "--name", name, "--key", folder / name,
        "--envelope", envelope, "--out", out,
    )  # fmt: skip
    return out


def sealed(folder: Path, out: Path, *more: str | Path) -> Said:
    return carewright(
        "bid", "seal", "--sheet", folder / "lot.json", "--supplier", "Elm-Care", "--key",
        folder / "bidder", "--file", f"price={folder / 'prices.csv'}", *more, "--out", out,
    )  # fmt: skip


def complete(folder: Path, out: Path) -> Path:
    said = sealed(folder, out, "--file", f"method={folder / 'method.pdf'}")
    assert said.exit_code == 0, said.err
    return out


def given(folder: Path, bid: Path, deadline: datetime, arrived: datetime) -> Said:
    return carewright(
        "receipt", "give", bid / "manifest.json", "--sheet", folder / "lot.json", "--deadline",
        f"{deadline:%Y-%m-%d %H:%M}", "--key", folder / "receipts", "--arrived-at",
        f"{arrived:%Y-%m-%dT%H:%M:%S.%f%z}", "--out", bid / "receipt.json",
    )  # fmt: skip


DEADLINE = datetime(2026, 1, 14, 12, tzinfo=UTC)  # London keeps UTC in January


def test_a_lot_is_dealt_rehearsed_bid_for_receipted_and_opened(dealt: Path, tmp_path: Path) -> None:
    practice = [share(dealt, name, "practice", tmp_path / f"{name}.practice") for name in HOLDERS]
    said = ran(
        "lot", "rehearse", "--sheet", dealt / "lot.json", "--out", tmp_path / "proof.json",
        *(word for each in practice for word in ("--share", each)),
    )  # fmt: skip
    assert said.out.endswith("Choices of holders that were tried, and opened it: 3.\n")
    bid = complete(dealt, tmp_path / "bids" / "elm")
    checked = ran("bid", "check", bid, "--sheet", dealt / "lot.json")
    assert checked.out.endswith("You could submit now: every slot that is required has a file.\n")
    assert given(dealt, bid, DEADLINE, DEADLINE - timedelta(milliseconds=1)).out == "In time.\n"
    verified = ran(
        "receipt", "verify", bid / "receipt.json", "--key", dealt / "receipts.pub",
        "--manifest", bid / "manifest.json",
    )  # fmt: skip
    assert "arrived 2026-01-14 11:59:59.999000 UTC, in time" in verified.out
    opened = opened_with(dealt, tmp_path, ["Ann Reid", "Cass Muir"])
    assert opened.exit_code == 0, opened.err
    assert opened.out.endswith("Bids that stand: 1. Files opened: 1 of 1.\n")
    found = tmp_path / "opened" / "Elm-Care" / "price prices.csv"
    assert found.read_text() == "hour,21.50\n"
    minutes = json.loads((tmp_path / "opened" / "minutes.json").read_text())
    assert [each["holder"] for each in minutes["shares"]] == ["Ann Reid", "Cass Muir"]


def opened_with(folder: Path, where: Path, names: list[str]) -> Said:
    shares = [share(folder, name, "price", where / f"{name}.price") for name in names]
    return carewright(
        "lot", "open", "--sheet", folder / "lot.json", "--envelope", "price",
        *(word for each in shares for word in ("--share", each)), "--bids", where / "bids",
        "--receipt-key", (folder / "receipts.pub").read_text().strip(), "--out", where / "opened",
    )  # fmt: skip


def test_one_holder_alone_opens_nothing(dealt: Path, tmp_path: Path) -> None:
    complete(dealt, tmp_path / "bids" / "elm")
    said = opened_with(dealt, tmp_path, ["Bo Lindsay"])
    assert said.exit_code == 1
    assert "Right shares: 1; needed: 2. Ask 1 more of: Ann Reid" in said.err
    assert not (tmp_path / "opened").exists()


def test_a_late_bid_gets_its_receipt_and_a_time_that_comes_twice_is_no_deadline(
    dealt: Path, tmp_path: Path
) -> None:
    bid = complete(dealt, tmp_path / "elm")
    twice = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    refused = given(dealt, bid, twice, DEADLINE)
    assert refused.exit_code == 1
    assert "comes twice" in refused.err
    assert given(dealt, bid, DEADLINE, DEADLINE).out == "Late: the bid does not stand.\n"


def test_what_is_missing_is_said_before_anything_is_sealed(dealt: Path, tmp_path: Path) -> None:
    said = sealed(dealt, tmp_path / "bid")
    assert said.exit_code == 1
    assert said.err == "You could not submit yet. Missing: How care is given (method).\n"
    assert not (tmp_path / "bid").exists()


def test_a_sheet_that_is_not_the_published_one_is_not_sealed_for(
    dealt: Path, tmp_path: Path
) -> None:
    said = sealed(dealt, tmp_path / "bid", "--digest", "A" * 43)
    assert "Seal nothing for it" in said.err
    assert not (tmp_path / "bid").exists()


def test_a_damaged_sealed_file_is_named_by_the_check(dealt: Path, tmp_path: Path) -> None:
    bid = complete(dealt, tmp_path / "bid")
    damaged = bytearray((bid / "price.sealed").read_bytes())
    damaged[-1] ^= 1
    (bid / "price.sealed").write_bytes(damaged)
    said = carewright("bid", "check", bid, "--sheet", dealt / "lot.json")
    assert said.exit_code == 1
    assert "method: as the manifest says" in said.out
    assert "price: The sealed file was changed since the manifest was signed" in said.out


def test_a_bid_is_replaced_in_part_and_taken_back(dealt: Path, tmp_path: Path) -> None:
    first = complete(dealt, tmp_path / "first")
    replaces = ("--replaces", first / "manifest.json")
    said = sealed(dealt, tmp_path / "second", *replaces)
    assert said.exit_code == 0, said.err
    checked = ran("bid", "check", tmp_path / "second", "--sheet", dealt / "lot.json", *replaces)
    assert "method: stays as sent with version 1" in checked.out
    back = ran(
        "bid", "withdraw", tmp_path / "second" / "manifest.json", "--sheet", dealt / "lot.json",
        "--key", dealt / "bidder", "--out", tmp_path / "back.json",
    )  # fmt: skip
    assert "Until it is received your bid stands" in back.out


def test_private_keys_are_for_their_owner_alone_and_never_overwritten(dealt: Path) -> None:
    assert stat.S_IMODE((dealt / "bidder").stat().st_mode) == 0o600
    said = carewright("bid", "key", dealt / "bidder")
    assert said.exit_code == 1
    assert "is there already" in said.err


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("Ann Reid.pub", "a key of the kind x25519; what is wanted begins with ed25519:"),
        ("slots.csv", "no key; what is wanted begins with ed25519:"),
    ],
)
def test_another_kind_of_key_is_refused_by_name(dealt: Path, key: str, says: str) -> None:
    said = carewright("receipt", "verify", dealt / "lot.json", "--key", dealt / key)
    assert said.exit_code == 1
    assert says in said.err
