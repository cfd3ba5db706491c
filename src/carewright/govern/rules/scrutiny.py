"""When members may look at a paper before it is decided, and what an answer rests on."""

from __future__ import annotations

from enum import StrEnum

from carewright.govern.rules.life_of_a_paper import PaperState
from carewright.platform.api import Blocker


class SourceKind(StrEnum):
    """What an answer rests on."""

    LINK = "link"
    DOCUMENT = "document"
    FIGURE = "figure"  # an analysis, and a figure of it, of this service
    NONE = "none"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {
            "link": "A published page",
            "document": "A document",
            "figure": "A figure of an analysis here",
            "none": "No source",
        }[self.value]


def blockers_to_call(
    state: PaperState, *, running: bool, reason: str, may_be_called_in: bool
) -> list[Blocker]:
    """Why scrutiny cannot begin; what was decided may be called in while its days run."""
    if state is not PaperState.SENT and not may_be_called_in:
        return [
            Blocker("state", f"The paper is {state.label.lower()}, so no decision waits to be held")
        ]
    if running:
        return [Blocker("state", "Scrutiny of this paper runs already")]
    return [] if reason.strip() else [Blocker("reason", "Say why it should be looked at first")]


def blockers_to_end(
    *, running: bool, recommendation: str, sends_back: bool = False, called_in: bool = False
) -> list[Blocker]:
    """Why scrutiny cannot end. A question without an answer stays so, for all to see.

    Only what was decided goes back to whoever decided it; before that, they read what is
    recommended as they decide.
    """
    if not running:
        return [Blocker("state", "No scrutiny of this paper runs")]
    found = []
    if not recommendation.strip():
        found.append(Blocker("recommendation", "Write what scrutiny recommends"))
    if sends_back and not called_in:
        found.append(Blocker("decide_by", "It is not decided yet, so nobody decides it again"))
    return found


def blockers_to_ask(state: PaperState, *, text: str) -> list[Blocker]:
    """Why a question cannot be put."""
    if state in {PaperState.DRAFT, PaperState.WITHDRAWN}:
        return [Blocker("state", f"The paper is {state.label.lower()}")]
    return [] if text.strip() else [Blocker("text", "Write your question")]


def blockers_to_answer(
    *, text: str, kind: SourceKind, source: str, has_document: bool
) -> list[Blocker]:
    """Why an answer cannot stand: it has no words, or not the source that it names."""
    found = [] if text.strip() else [Blocker("text", "Write the answer")]
    if kind is SourceKind.LINK and not source.startswith(("https://", "http://")):
        found.append(Blocker("source", "Give the address of the page, beginning with https://"))
    if kind is SourceKind.FIGURE and not source.startswith("/analyse/"):
        found.append(
            Blocker("source", "Copy the address of the figure from Analyse, from /analyse/ on")
        )
    if kind is SourceKind.DOCUMENT and not has_document:
        found.append(Blocker("document", "Choose the document that the answer rests on"))
    return found
