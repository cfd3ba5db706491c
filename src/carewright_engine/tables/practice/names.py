"""Invented names for invented places, providers, services and people.

The words are made up, and a test on the real registers sees that no name made from them is
anybody's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np

FIRST_HALVES: Final = (
    "Tarro", "Quern", "Skell", "Brack", "Sulva", "Fenno", "Harlo", "Dunva", "Corrie", "Thorla",
    "Lark", "Wether", "Ashla", "Pentar", "Mirk", "Stroma", "Yarro", "Kelda", "Hollin", "Gorsa",
    "Ardo", "Balna", "Croma", "Durna", "Elvan", "Farra", "Garva", "Hesta", "Inno", "Juna",
    "Kinna", "Lomar", "Merra", "Norva", "Orra", "Pitta", "Rassa", "Selva", "Torla", "Ulvan",
    "Benna", "Cardo", "Dorla", "Ebber", "Fionna", "Gillo", "Hurla", "Ilva", "Kessa", "Lunna",
    "Mosska", "Nethra", "Ochra", "Polda", "Ruska", "Sorla", "Trona", "Unsta", "Vorra", "Wyra",
)  # fmt: skip
SECOND_HALVES: Final = (
    "wick", "moor", "fell", "mere", "haugh", "dene", "garth", "rigg", "wen", "lee", "holm",
    "strand", "burnie", "croft", "shiel", "lyn", "brae", "thwaite", "vane", "rowan",
    "mar", "nish", "stane", "gill", "hame", "quoy", "setter", "ness", "dale", "beck", "ford",
    "scaur",
)  # fmt: skip
FORENAMES: Final = (
    "Aileen", "Bryony", "Catriona", "Dorcas", "Elspeth", "Fenella", "Greer", "Hester", "Iona",
    "Jessamy", "Kirsteen", "Lorna", "Morven", "Netta", "Oighrig", "Petra", "Rhona", "Sorcha",
    "Tamsin", "Una", "Vaila", "Wilma", "Yvaine", "Zilla",
)  # fmt: skip
HOUSES: Final = ("House", "Court", "Lodge", "View", "Grange", "Gardens", "Manor", "Park")
STREETS: Final = ("Street", "Road", "Brae", "Wynd", "Place", "Terrace", "Avenue", "Lane")


def coined(rng: np.random.Generator) -> Iterator[str]:
    """Made-up words, each once: 'Skellmere', 'Yarrowick' ..."""
    pairs = [(first, second) for first in FIRST_HALVES for second in SECOND_HALVES]
    for index in rng.permutation(len(pairs)):
        first, second = pairs[index]
        yield (first[:-1] if first[-1] == second[0] else first) + second


def childminder(rng: np.random.Generator, surname: str) -> str:
    """A person's name as the register files it: 'Skellmere, Iona'."""
    return f"{surname}, {FORENAMES[int(rng.integers(len(FORENAMES)))]}"


def street(rng: np.random.Generator, word: str) -> str:
    """A first line of an address: '12 Skellmere Wynd'."""
    return f"{int(rng.integers(1, 140))} {word} {STREETS[int(rng.integers(len(STREETS)))]}"
