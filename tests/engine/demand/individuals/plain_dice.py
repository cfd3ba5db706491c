"""The dice again, in whole numbers of Python: slow, plain, and sharing no code with ours."""

from __future__ import annotations

from hashlib import blake2b

WORD = 2**64


def salt(seed: int, year: int, decision: str) -> int:
    """What sets one decision in one year apart."""
    digest = blake2b(f"{seed}\x1f{year}\x1f{decision}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little")


def throws(person: int, salted: int) -> tuple[int, int]:
    """Two throws of one person, each from 0 up to but not including 2^31."""
    bits = (person * 0x9E3779B97F4A7C15 + salted) % WORD
    bits = (bits ^ (bits >> 32)) * 0xBF58476D1CE4E5B9 % WORD
    bits = (bits ^ (bits >> 29)) * 0x94D049BB133111EB % WORD
    bits ^= bits >> 32
    return bits % 2**31, bits >> 33


def throw(person: int, salted: int) -> int:
    """One throw of one person; two of consecutive numbers share a hash."""
    return throws(person // 2, salted)[person % 2]


def below(throw: int, chance: float) -> bool:
    """Whether something with this chance happens."""
    return throw < round(chance * 2**31)
