"""Random numbers that belong to what they are used for.

Two scenarios that ask for the same named stream get the same numbers, so that what differs
between them is the lever's doing and not the dice's (common random numbers). A stream depends
on nothing but the seed and its names: neither on the order of asking, nor on threads.
"""

from hashlib import blake2b

import numpy as np


def stream(seed: int, *names: str | int) -> np.random.Generator:
    """The random numbers of one use, such as `stream(seed, "rates", "home care", 2031)`."""
    words = "\x1f".join(str(name) for name in (seed, *names))
    key = int.from_bytes(blake2b(words.encode(), digest_size=16).digest(), "little")
    return np.random.Generator(np.random.Philox(key=key))
