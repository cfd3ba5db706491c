"""The format stays what its test vectors say, byte for byte."""

from __future__ import annotations

import json
from io import BytesIO
from itertools import combinations
from typing import Any

import pytest
from nacl.public import PrivateKey

from carewright_engine.sealing.dealing import opening_key, require_right
from carewright_engine.sealing.encoding import digest, from_text, read_document
from carewright_engine.sealing.envelope import unseal
from carewright_engine.sealing.keys import key_text, read_key, unsealed_by
from carewright_engine.sealing.manifest import read_manifest
from carewright_engine.sealing.padding import stepped
from carewright_engine.sealing.receipts import read_receipt
from carewright_engine.sealing.shares import Share
from carewright_engine.sealing.sheet import Envelope, LotSheet
from tests.engine.sealing import vectors


@pytest.fixture(scope="module")
def kept() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(vectors.FILE.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("number", range(len(vectors.FILES)))
def test_a_file_is_sealed_to_the_same_bytes_and_opens(kept: dict[str, Any], number: int) -> None:
    vector, sealed_key = vectors.FILES[number], from_text(kept["sealed_key"])
    assert vectors.of_file(vector, sealed_key) == kept["files"][number]
    out, key = BytesIO(), read_key(PrivateKey, kept["opening_private"])
    sealed = BytesIO(vector.sealed(sealed_key))
    opened = unseal(sealed, out, expected=vectors.BINDING, key=key)
    assert (opened.name, out.getvalue()) == (vector.name, vector.content())


def test_the_key_of_the_file_is_in_the_sealed_box(kept: dict[str, Any]) -> None:
    private = read_key(PrivateKey, kept["opening_private"])
    assert key_text(private.public_key) == kept["opening_public"]
    assert unsealed_by(private, from_text(kept["sealed_key"]), "") == from_text(kept["file_key"])
    assert vectors.BINDING.written().decode() == kept["binding"]


def test_sizes_are_raised_to_the_same_steps(kept: dict[str, Any]) -> None:
    assert {size: stepped(int(size)) for size in kept["steps"]} == kept["steps"]


def test_any_three_shares_give_the_key_of_the_sheet(kept: dict[str, Any]) -> None:
    sheet = read_document(LotSheet, kept["sheet"].encode(), "The sheet")
    shares = [read_document(Share, each.encode(), "The share") for each in kept["shares"]]
    for share in shares:
        require_right(sheet, Envelope.PRICE, share)
    for three in combinations(shares, 3):
        assert opening_key(sheet, Envelope.PRICE, three)


def test_manifest_and_receipt_are_signed_to_the_same_bytes(kept: dict[str, Any]) -> None:
    signed = kept["signed"]
    sheet = read_document(LotSheet, kept["sheet"].encode(), "The sheet")
    sealed = vectors.FILES[0].sealed(from_text(kept["sealed_key"]))
    assert vectors.of_signed(sheet, sealed) == signed
    assert digest(signed["manifest"].encode()) == signed["manifest_digest"]
    assert read_manifest(signed["manifest"].encode()).fingerprint == signed["manifest_digest"]
    receipt = read_receipt(signed["receipt"].encode(), signed["council_public"])
    assert (receipt.manifest, receipt.verdict) == (signed["manifest_digest"], "in_time")
