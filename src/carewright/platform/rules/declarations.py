"""What every table says about itself: whose data it holds, and how long that is kept."""

from __future__ import annotations

from enum import StrEnum


class PersonalData(StrEnum):
    """Whom the rows of a table are about, from nobody to the people who need care."""

    NONE = "none"
    STAFF = "staff"  # names and work addresses of people at work
    PSEUDONYMOUS = "pseudonymous"  # people in need of care, by a reference that names nobody
    PERSON = "person"  # people in need of care, by name
    MIXED = "mixed"  # whatever a person put into a file


class DocumentKind(StrEnum):
    """What a kept file is, so that a letter is not looked for among figures."""

    FILE = "file"  # that somebody gave
    DATA = "data"  # given to be reckoned with and not to be read
    LETTER = "letter"
    REPORT = "report"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return {
            "file": "File that was given", "data": "Data file", "letter": "Letter",
            "report": "Report",
        }[self.value]  # fmt: skip


class Retention(StrEnum):
    """How long a row is kept before its disposal is proposed; nothing is destroyed unasked."""

    WHILE_IN_USE = "while_in_use"
    ONE_WEEK = "one_week"  # only to know again what is sent twice
    ONE_YEAR = "one_year"
    SIX_YEARS = "six_years"  # claims under a contract in England: Limitation Act 1980 s.5
    SEVEN_YEARS = "seven_years"  # the financial year and six more
    PERMANENT = "permanent"

    @property
    def label(self) -> str:
        """As a screen says it."""
        return self.value.replace("_", " ").capitalize()
