"""What is kept of a round while it is written: what was typed, by step and question."""

from __future__ import annotations

from collections.abc import Mapping

Typed = Mapping[str, list[str]]
"""What was typed in the boxes of one step, by their names."""
Answers = Mapping[str, Typed]
"""What was typed in every step so far, by the names of the steps."""


def next_open(steps: tuple[str, ...], answers: Answers) -> str:
    """The first step that nobody has answered; empty once all are."""
    return next((each for each in steps if each not in answers), "")
