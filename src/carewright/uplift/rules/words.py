"""What providers say of a round, and how a line came by its yearly quantity."""

from __future__ import annotations

from enum import StrEnum


class Said(StrEnum):
    """What stands between the organisation and one provider; the last word counts."""

    REQUESTED = "requested"  # it asked for a price of its own accord, before it had the figures
    SENT = "sent"  # the provider has the figures, and a day by which it answers
    ACCEPTED = "accepted"
    DISPUTED = "disputed"
    SETTLED = "settled"  # what became of a dispute, with the reason

    @property
    def label(self) -> str:
        """As a screen says it."""
        said = {"sent": "Waiting", "requested": "Asks for a price"}
        return said.get(self.value, self.value.capitalize())


class Counted(StrEnum):
    """Where the yearly quantity of a line comes from."""

    SHARE_OF_VALUE = "share_of_value"
    NOT_KNOWN = "not_known"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {
            "share_of_value": "An even share of the agreement’s value in a year",
            "not_known": "Not known: the agreement says no value, or the price was nought",
        }[self.value]


class ReadState(StrEnum):
    """What became of one reading by a second person."""

    WAITING = "waiting"
    RIGHT = "right"
    WRONG = "wrong"  # some price was worked out otherwise
    SENT_BACK = "sent_back"  # the reader wants the round changed
    CALLED_OFF = "called_off"  # whoever proposes asks the reader no longer

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {
            "right": "All agreed", "wrong": "Not the same prices", "sent_back": "Sent back",
            "called_off": "No longer asked",
        }.get(self.value, "Waiting for the reader")  # fmt: skip
