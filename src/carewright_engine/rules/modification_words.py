"""What is asked about a change, as a person says it: as a question and as a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing to know of a change: the question, and the reason where it is so or not so."""

    question: str
    so: str
    not_so: str

    def reason(self, so: bool) -> str:
        """The answer as a reason."""
        return self.so if so else self.not_so


def _asked(question: str, so: str, not_so: str) -> Asked:
    return Asked(f"whether {question}", so, not_so)


QUESTIONS: Final = {
    "light_touch": _asked(
        "it is a light touch contract",
        "it is a light touch contract",
        "it is not a light touch contract",
    ),
    "provided_for": _asked(
        "contract and notice provide for it unambiguously",
        "contract and notice provide for it unambiguously",
        "contract and notice do not provide for it unambiguously",
    ),
    "changes_nature": _asked(
        "it changes the overall nature of the contract",
        "it changes the overall nature of the contract",
        "the overall nature of the contract stays",
    ),
    "new_scope": _asked(
        "it adds things of a kind not provided for",
        "it adds things of a kind that the contract does not provide for",
        "it adds nothing of a kind that the contract does not provide for",
    ),
    "favours_supplier": _asked(
        "it moves the economic balance in the supplier's favour",
        "it moves the economic balance in the supplier's favour",
        "it does not move the economic balance in the supplier's favour",
    ),
    "lets_others_in": _asked(
        "others would have taken part or won on such terms",
        "others would have taken part or won on such terms",
        "nobody else would have taken part or won on such terms",
    ),
    "supplier_changes": _asked(
        "the supplier changes", "the supplier changes", "the supplier stays"
    ),
    "succession": _asked(
        "a corporate restructuring requires it",
        "a corporate restructuring requires it",
        "no corporate restructuring requires it",
    ),
    "successor_qualifies": _asked(
        "the new supplier may be contracted with",
        "the new supplier may be contracted with",
        "the new supplier may not be contracted with",
    ),
    "urgent": _asked(
        "it is extremely and unavoidably urgent",
        "it is extremely and unavoidably urgent",
        "it is not extremely and unavoidably urgent",
    ),
    "unforeseeable": _asked(
        "its cause could have been foreseen",
        "its cause could not have been foreseen",
        "its cause could have been foreseen",
    ),
    "known_risk": _asked(
        "a risk that the notice named came true",
        "a risk that the notice named came true, and a new award would not be better",
        "no risk that the notice named came true",
    ),
    "additional": _asked(
        "a different supplier's would not fit",
        "a different supplier's would not fit, at great trouble and double cost",
        "a different supplier's would fit, or would not double costs",
    ),
    "circumvents": _asked(
        "successive changes are made to get round the law",
        "successive changes are made to get round the law",
        "changes are not made to get round the law",
    ),
    "own_decision": _asked(
        "the authority's own decision brings it about",
        "the authority's own decision brings it about",
        "the authority's own decision does not bring it about",
    ),
    "external": _asked(
        "something beyond both sides' control brings it about",
        "something beyond both sides' control brings it about",
        "nothing beyond both sides' control brings it about",
    ),
    "direct_a_or_b": _asked(
        "direct award process A or B was followed",
        "direct award process A or B was followed",
        "neither direct award process A nor B was followed",
    ),
}
