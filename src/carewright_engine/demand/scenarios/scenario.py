"""A scenario: its name and its levers, read from a file or a form, refused by name and range."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from carewright_engine.demand.refusing import BadParameter
from carewright_engine.demand.scenarios.evidence import QUALITY_IN_WORDS
from carewright_engine.demand.scenarios.levers import AnyLever, UnknownInOutlook
from carewright_engine.demand.scenarios.outlook import Outlook

MOST_LEVERS: Final = 20
MOST_FOLLOWED: Final = 8  # each is a run of its own, of many people over many years
MOST_BYTES: Final = 40_000  # of a file: twenty levers with their evidence take half of it
MOST_PARTS: Final = 8  # of a dotted key
HOW_TO_GIVE_EVIDENCE: Final = (
    "Write where the size of its effect is from: a table [levers.evidence] with source, says and "
    f"quality ({', '.join(QUALITY_IN_WORDS)})."
)
UNSHOWN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


class Scenario(BaseModel):
    """Levers in the order in which they are pulled; none means as things are now."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    name: Annotated[str, Field(min_length=1, max_length=120)]
    about: Annotated[str, Field(max_length=2000)] = ""
    levers: Annotated[tuple[AnyLever, ...], Field(max_length=MOST_LEVERS)] = ()

    def applied(self, to: Outlook, *, seed: int) -> Outlook:
        """What is projected with every lever pulled; raises BadParameter naming the lever.

        A lever for a kind of support that is not projected changes nothing: see `Lever.lacks`.
        """
        for number, lever in enumerate(self.levers, 1):
            if lever.lacks(to):
                continue
            try:
                to = lever.applied(to, seed=seed)
            except UnknownInOutlook as unknown:
                field = f"lever {number} ({lever.name}), {unknown.field}"
                wanted = f"one of {', '.join(unknown.known)}"
                raise BadParameter(field, unknown.said, wanted) from None
        return to

    def touches(self, support: str) -> bool:
        """Whether any lever may change this kind of support."""
        return any(lever.touches(support) for lever in self.levers)

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
        found = Scenario.model_validate(plain)
    except ValidationError as wrong:
        raise _in_words(wrong) from None
    _refuse_what_cannot_be_shown(plain)
    followed = sum(lever.follows for lever in found.levers)
    if followed > MOST_FOLLOWED:
        said = f"{followed} levers that follow people one by one"
        raise BadParameter("levers", said, f"{MOST_FOLLOWED} or fewer, as each takes a while")
    return found


def _refuse_what_cannot_be_shown(plain: Any) -> None:
    """Control characters have no place in a name or a text, and no database keeps all of them."""
    if isinstance(plain, Mapping):
        plain = [*plain, *plain.values()]
    if isinstance(plain, str):
        if UNSHOWN.search(plain):
            raise BadParameter("the scenario", repr(plain)[:80], "text that can be shown")
    elif isinstance(plain, list | tuple):
        for each in plain:
            _refuse_what_cannot_be_shown(each)


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
    if len(content) > MOST_BYTES:
        raise BadParameter(called, f"{len(content):,} bytes", f"{MOST_BYTES:,} bytes or fewer")
    try:
        plain = tomllib.loads(_without_long_keys(content.decode("utf-8"), called))
    except BadParameter:
        raise
    except (ValueError, RecursionError) as wrong:  # not TOML, not text, a number without end
        raise BadParameter(called, f"not TOML ({wrong})", "a scenario file in TOML") from None
    return scenario_from(plain)


def _without_long_keys(text: str, called: str) -> str:
    """The text, unless a key in it has so many parts that reading it would take minutes."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.partition("=")[0].count(".") > MOST_PARTS and not line.lstrip().startswith("#"):
            said = f"line {number}: a key of more than {MOST_PARTS} parts"
            raise BadParameter(called, said, "a scenario file as this service writes it")
    return text


def _in_words(wrong: ValidationError) -> BadParameter:
    """The first thing wrong, where it is, and what it may be."""
    first = wrong.errors(include_url=False)[0]
    return BadParameter(_where(first["loc"]), _said(first), _wanted(first), _mend(first))


def _where(loc: tuple[int | str, ...]) -> str:
    """('levers', 0, 'prevention', 'effect') reads 'lever 1, effect'."""
    parts = list(loc)
    if parts[:1] == ["levers"] and len(parts) > 1:
        return ", ".join([f"lever {int(parts[1]) + 1}", *(str(each) for each in parts[3:])])
    return ", ".join(str(each) for each in parts) or "the scenario"


def _said(first: Any) -> str:
    return "missing" if first["type"] == "missing" else f"{first['input']!r:.80}"


def _mend(first: Any) -> str:
    """What to write, where leaving it out is what is wrong."""
    return HOW_TO_GIVE_EVIDENCE if first["loc"][-1:] == ("evidence",) else ""


def _wanted(first: Any) -> str:
    words: str = first["msg"].removeprefix("Value error, ")
    if first["type"] == "missing":
        return "given"
    if first["type"] == "extra_forbidden":
        return "left out, as there is no such field"
    return words.replace("Input should be ", "").replace("String should have ", "text with ")
