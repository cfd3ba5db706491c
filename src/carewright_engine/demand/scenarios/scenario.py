"""A scenario: its name and its levers, read from a file or a form, refused by name and range."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from carewright_engine.demand.refusing import BadParameter
from carewright_engine.demand.scenarios.levers import AnyLever, UnknownInOutlook
from carewright_engine.demand.scenarios.outlook import Outlook

MOST_LEVERS: Final = 20


class Scenario(BaseModel):
    """Levers in the order in which they are pulled; none means as things are now."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    name: Annotated[str, Field(min_length=1, max_length=120)]
    about: Annotated[str, Field(max_length=2000)] = ""
    levers: Annotated[tuple[AnyLever, ...], Field(max_length=MOST_LEVERS)] = ()

    def applied(self, to: Outlook, *, seed: int) -> Outlook:
        """What is projected with every lever pulled; raises BadParameter naming the lever."""
        for number, lever in enumerate(self.levers, 1):
            try:
                to = lever.applied(to, seed=seed)
            except UnknownInOutlook as unknown:
                field = f"lever {number} ({lever.name}), {unknown.field}"
                wanted = f"one of {', '.join(unknown.known)}"
                raise BadParameter(field, unknown.said, wanted) from None
        return to

    def certain(self, but: int | None = None) -> Scenario:
        """The same with every lever at its middle, but for the one of this number."""
        held = tuple(
            lever if number == but else lever.certain() for number, lever in enumerate(self.levers)
        )
        return self.model_copy(update={"levers": held})


AS_NOW: Final = Scenario(name="As now", about="People are helped as they are now.")


def scenario_from(plain: Any) -> Scenario:
    """The scenario of plain values, as JSON or TOML holds them; raises BadParameter."""
    try:
        return Scenario.model_validate(plain)
    except ValidationError as wrong:
        raise _in_words(wrong) from None


def scenario_from_json(text: str) -> Scenario:
    """The scenario that was kept as JSON; raises BadParameter."""
    try:
        return scenario_from(json.loads(text))
    except json.JSONDecodeError as wrong:
        raise BadParameter("scenario", f"not JSON ({wrong})", "a scenario in JSON") from None


def read_scenario(path: Path) -> Scenario:
    """The scenario of a TOML file; raises BadParameter, with the line where it is no TOML."""
    return scenario_from_toml(path.read_bytes(), called=path.name)


def scenario_from_toml(content: bytes, called: str = "the file") -> Scenario:
    """The scenario of a TOML file's bytes; raises BadParameter as `read_scenario` does."""
    try:
        plain = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise BadParameter(called, f"not TOML ({wrong})", "a scenario file in TOML") from None
    return scenario_from(plain)


def _in_words(wrong: ValidationError) -> BadParameter:
    """The first thing wrong, where it is, and what it may be."""
    first = wrong.errors(include_url=False)[0]
    return BadParameter(_where(first["loc"]), _said(first), _wanted(first))


def _where(loc: tuple[int | str, ...]) -> str:
    """('levers', 0, 'prevention', 'effect') reads 'lever 1, effect'."""
    parts = list(loc)
    if parts[:1] == ["levers"] and len(parts) > 1:
        return ", ".join([f"lever {int(parts[1]) + 1}", *(str(each) for each in parts[3:])])
    return ", ".join(str(each) for each in parts) or "the scenario"


def _said(first: Any) -> str:
    return "missing" if first["type"] == "missing" else f"{first['input']!r:.80}"


def _wanted(first: Any) -> str:
    words: str = first["msg"].removeprefix("Value error, ")
    if first["type"] == "missing":
        return "given"
    if first["type"] == "extra_forbidden":
        return "left out, as there is no such field"
    return words.replace("Input should be ", "").replace("String should have ", "text with ")
