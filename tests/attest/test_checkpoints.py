"""Checkpoints are signed notes that other tools can read, and no other key opens them."""

from __future__ import annotations

from hashlib import sha256

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from carewright.attest.rules.checkpoints import BadNote, PublicKey, SigningKey, TreeHead

KEY = SigningKey("elmshire.example/record", Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
HEAD = TreeHead("elmshire.example/record", 3, sha256(b"root").digest())

#: The key that Go's own `note` package shows in its documentation, from whose format ours comes.
PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
PETERS_NOTE = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n\n"
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6"
    "KE6RyyBwJnAM=\n"
)


def test_a_signed_head_is_read_back_by_the_public_key() -> None:
    note = KEY.signed(HEAD)
    assert note.splitlines()[:4] == [HEAD.origin, "3", HEAD.body().splitlines()[2], ""]
    assert PublicKey.read(KEY.public.text).opens(note) == HEAD


def test_a_key_of_another_implementation_is_read() -> None:
    assert PublicKey.read(PETER).text == PETER


def test_a_signature_of_another_implementation_is_held_good() -> None:
    with pytest.raises(BadNote, match="does not begin with a name, a number"):
        PublicKey.read(PETER).opens(PETERS_NOTE)
    with pytest.raises(BadNote, match="does not fit"):
        PublicKey.read(PETER).opens(PETERS_NOTE.replace("your problem is", "your problem was"))


@pytest.mark.parametrize(("old", "new"), [("\n3\n", "\n4\n"), ("elmshire", "oakshire")])
def test_a_changed_checkpoint_is_refused(old: str, new: str) -> None:
    with pytest.raises(BadNote):
        KEY.public.opens(KEY.signed(HEAD).replace(old, new, 1))


def test_the_signature_of_another_key_is_refused() -> None:
    other = SigningKey(KEY.name, Ed25519PrivateKey.generate())
    with pytest.raises(BadNote, match="not signed by"):
        KEY.public.opens(other.signed(HEAD))


@pytest.mark.parametrize(
    "text", ["", "a\nb\nc\n", "a\n1\n", "— a b", "a+b", PETER.replace("c7", "c8")]
)
def test_what_is_no_checkpoint_or_key_is_refused_in_words(text: str) -> None:
    with pytest.raises(BadNote):
        KEY.public.opens(text)
    with pytest.raises(BadNote):
        PublicKey.read(text)
