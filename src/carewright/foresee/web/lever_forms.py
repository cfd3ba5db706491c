"""The form of a lever: asked in plain words, handed on as the engine takes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext

from carewright.foresee.web.lever_kinds import LeverKind
from carewright.foresee.web.lever_questions import Option, questions
from carewright.ui.forms import PlainForm
from carewright_engine.demand.refusing import BadParameter

EVIDENCE: Final = ("source", "says", "quality")
HIDDEN: Final = ("version", "opened_as", "asked_as")
BY_LEVEL: Final = ("people_at", "each_at")


class LeverForm(PlainForm):
    """One lever of a kind. `version` is that of the scenario as it was opened.

    `opened_as` is the lever's name then, by which it is found again should others have moved it.
    """

    def __init__(
        self, *args: Any, kind: LeverKind, areas: Sequence[Option],
        first_years: Mapping[str, int] | None = None, **options: Any,
    ) -> None:  # fmt: skip
        self.kind = kind
        self.first_years = first_years or {}
        hidden = {
            "version": forms.IntegerField(widget=forms.HiddenInput),
            "opened_as": forms.CharField(required=False, widget=forms.HiddenInput),
            "asked_as": forms.CharField(
                required=False, widget=forms.HiddenInput, initial=kind.slug
            ),
        }
        self.base_fields = {**questions(kind, areas), **hidden}  # type: ignore[misc]
        super().__init__(*args, **options)

    def clean(self) -> None:
        """A lever changes something, from a year that is projected, and is in full no earlier."""
        self._refuse_a_year_before_all_projected()
        self._refuse_the_same_level()
        begins, full = (self.cleaned_data.get(name) for name in ("from_year", "full_from"))
        if begins and full and full < begins:
            self.add_error(
                "full_from",
                gettext("Enter %(year)s or a later year, as it begins then") % {"year": begins},
            )

    def _refuse_a_year_before_all_projected(self) -> None:
        """A lever of no kind of support may begin with the first that any projection begins in."""
        known = self.first_years
        support = self.cleaned_data.get("support")
        first = known.get(support) if support else min(known.values(), default=None)
        begins = self.cleaned_data.get("from_year")
        if begins and first and begins < first:
            words = gettext(
                "Enter %(year)s or a later year: earlier years are counted, not projected"
            )
            self.add_error("from_year", words % {"year": first})

    def _refuse_the_same_level(self) -> None:
        now, then = (self.cleaned_data.get(name) for name in ("now_from", "then_from"))
        if now and now == then:
            self.add_error("then_from", gettext("Choose another level than that of now"))

    def plain(self) -> dict[str, Any]:
        """The answers as plain values of the engine; what was left empty is left out."""
        answers = {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in HIDDEN and value is not None
        }
        found: dict[str, Any] = {"evidence": {name: answers.pop(name, "") for name in EVIDENCE}}
        for stem in BY_LEVEL:
            levels = {n.removeprefix(f"{stem}_"): n for n in answers if n.startswith(f"{stem}_")}
            if levels:
                found[stem] = {level: answers.pop(name) for level, name in levels.items()}
        word = self.kind.model.model_fields["lever"].default
        return {"lever": word, **self.kind.fixed, **found, **answers}

    def refuse(self, bad: BadParameter) -> None:
        """Puts what the engine refused at the question that it is about."""
        words = gettext("%(said)s is not possible; it must be %(wanted)s") % {
            "said": bad.said, "wanted": bad.wanted
        }  # fmt: skip
        self.add_error(self._question(bad.field), words)

    def _question(self, field: str) -> str | None:
        named = field.split(", ")
        tried = ["_".join(named[1:3]), *named[1:]]
        return next((each for each in tried if each in self.fields), None)

    def moved_to(self, version: int) -> None:
        """Shows the answers again, to be kept upon the version that there is now."""
        self.data = {**_as_sent(self.data), "version": str(version)}


def answers_of(lever: Mapping[str, Any]) -> dict[str, Any]:
    """A lever that was kept, as the first answers of its form."""
    answers = {
        k: v for k, v in lever.items() if k not in ("lever", "nation", "evidence", *BY_LEVEL)
    }
    for stem in BY_LEVEL:
        answers |= {f"{stem}_{level}": value for level, value in lever.get(stem, {}).items()}
    return answers | dict(lever.get("evidence", {}))


def areas_offered(offered: Sequence[Option], lever: Mapping[str, Any]) -> list[Option]:
    """Areas to tick; those that the lever names already stay, even where no file knows them."""
    known = {code for code, _name in offered}
    left = [code for code in lever.get("areas", ()) if code not in known]
    unnamed = gettext("Area %(n)s that the files no longer name")
    return [*offered, *((code, unnamed % {"n": n}) for n, code in enumerate(left, 1))]


def _as_sent(data: Any) -> dict[str, Any]:
    """What was typed, with every box that was ticked."""
    many = ("areas", "bands")
    return {key: data.getlist(key) if key in many else data.get(key) for key in data}
