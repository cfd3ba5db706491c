"""What the rules are told of a change to an agreement; None is not known, and is never guessed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from carewright_engine.rules.facts import Regime
from carewright_engine.values.bank_holidays import Nation


@dataclass(frozen=True, slots=True)
class ChangeFacts:
    """A change that is thought of, and what was changed before it; money in pence.

    Values are of the whole life of the contract, VAT as its regime counts it. A change is above
    nought where it adds and below nought where it takes away.
    """

    on: date
    regime: Regime | None = None
    nation: Nation | None = None
    light_touch: bool | None = None
    works: bool = False
    # Numbers of the contract.
    value_pence: int | None = None  # as it is estimated now, before the change
    original_pence: int | None = None  # at award, or as its indexation clause has moved it
    term_days: int | None = None  # the longest that the award provided for
    # Numbers of the change.
    change_pence: int | None = None
    term_change_days: int | None = None
    # What earlier changes used up.
    small_so_far_pence: int | None = None  # net, of changes made because they were small
    own_decisions_so_far_pence: int | None = None  # net, over the life, by the authority's decision
    # Another change with which this one could reasonably have been made.
    joined_pence: int = 0
    joined_term_days: int = 0
    # What kind of change it is.
    provided_for: bool | None = None  # unambiguously, in the contract and in its notice
    changes_nature: bool | None = None  # the overall nature, or the character, of the contract
    new_scope: bool | None = None  # things of a kind that the contract does not provide for
    favours_supplier: bool | None = None  # moves the economic balance the supplier's way
    lets_others_in: bool | None = None  # others would have taken part, or won, on such terms
    supplier_changes: bool | None = None
    succession: bool | None = None  # required by a corporate restructuring or the like
    successor_qualifies: bool | None = None  # is not excluded, and meets what was asked
    urgent: bool | None = None  # extreme, unavoidable, and not of the authority's making
    unforeseeable: bool | None = None
    known_risk: bool | None = None  # named in the notice, came true, and no new award is better
    additional: bool | None = None  # others' would not fit, at great trouble and double cost
    circumvents: bool | None = None  # successive changes made to get round the law
    own_decision: bool | None = None
    external: bool | None = None  # volume or price, by a formula or beyond both sides' control
    direct_a_or_b: bool | None = None  # how it was awarded under the Provider Selection Regime
