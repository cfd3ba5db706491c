"""The page of price formulas: each in words, with a worked example that runs."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from carewright.config.docs.markdown import code, page
from carewright_engine.evaluation.price import FORMULAS, PER_POINT, cost_of_a_point

INTRODUCTION = (
    "How the price of a bid becomes points. An exercise names one of these when it is published, "
    "with its own figures, and nobody can change it afterwards. Only bids that are admitted count: "
    "who is out sets no price by which others are scored. Shares are exact; a total is rounded "
    "once, half up, to the decimals that the exercise publishes. A test runs the examples."
)
SET_UP = (
    "```python\n>>> from fractions import Fraction\n"
    ">>> from carewright_engine.evaluation.method import PriceRule\n"
    ">>> from carewright_engine.evaluation.price import *\n\n```"
)


def price_formulas_page() -> str:
    """Every formula that a method may name, from its own docstring."""
    named: dict[str, Callable[..., Any]] = {**FORMULAS, PER_POINT: cost_of_a_point}
    sections = [_section(name, written) for name, written in named.items()]
    return page("Price formulas", f"{INTRODUCTION}\n\n{SET_UP}", *sections)


def _section(name: str, written: Callable[..., Any]) -> str:
    paragraphs = inspect.cleandoc(written.__doc__ or "").split("\n\n")
    said = [_fenced(one) if one.startswith(">>>") else one for one in paragraphs]
    return "\n\n".join([f"## {name.replace('_', ' ').capitalize()}", f"Named {code(name)}.", *said])


def _fenced(example: str) -> str:
    # The blank line ends what the example is expected to print; the fence would be part of it.
    return f"```python\n{example}\n\n```"
