"""One way to write everything that is signed, bound or digested: canonical JSON and base 64.

JSON is written as RFC 8785 has it, bytes in the URL's base 64 without padding (RFC 4648,
section 5). What is read must be exactly what would be written, so that a document has one form
and its digest cannot be told two ways.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from typing import Annotated, Any, Final, TypeVar

import rfc8785
from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    PlainSerializer,
    StringConstraints,
    ValidationError,
)

from carewright_engine.sealing.refusing import Refused

#: Gives so many random bytes. A command hands in `secrets.token_bytes`.
RandomBytes = Callable[[int], bytes]

MOST_DOCUMENT_BYTES: Final = 128 * 1024
#: Control characters, ends of lines, and marks that turn the direction of writing.
UNSEEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_FAULTS_NAMED: Final = 3

D = TypeVar("D", bound="Document")


def to_text(raw: bytes) -> str:
    """Bytes as they stand in a document."""
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def from_text(text: str) -> bytes:
    """The bytes out of a document; one sequence of bytes has one text."""
    try:
        raw = urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
    except ValueError:  # not ASCII, or not base 64
        raw = b""
    if to_text(raw) != text:
        raise Refused("The text is not base 64 as RFC 4648, section 5, has it, without padding.")
    return raw


def digest(content: bytes) -> str:
    """The SHA-256 of the bytes, as text."""
    return to_text(sha256(content).digest())


def seen(text: str) -> str:
    """The text, if every character of it shows; the same in every version of Unicode."""
    if UNSEEN.search(text):
        raise ValueError("holds a character that cannot be seen")
    return text


def _canonical_text(text: str) -> str:
    from_text(text)
    return text


def _moment_as_text(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


#: Codes of tenders, lots and suppliers: plain letters, so that they have one spelling.
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
SlotCode = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
Words = Annotated[str, StringConstraints(min_length=1, max_length=120), AfterValidator(seen)]
Digest = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{43}$"), AfterValidator(_canonical_text)
]
Signature = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{86}$"), AfterValidator(_canonical_text)
]
#: A moment to the microsecond, written in UTC: 2026-04-01T11:00:00.000000Z.
Moment = Annotated[AwareDatetime, PlainSerializer(_moment_as_text, return_type=str)]


class Document(BaseModel):
    """What is written down and read back by others: exact, closed and unchanging."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    def plain(self) -> dict[str, Any]:
        """The document as JSON has it."""
        return self.model_dump(mode="json")

    def written(self) -> bytes:
        """The one form of bytes that this document has."""
        return rfc8785.dumps(self.plain())

    @property
    def fingerprint(self) -> str:
        """The digest of what is written, by which others name the document."""
        return digest(self.written())


def read_document(kind: type[D], content: bytes, what: str, most: int = MOST_DOCUMENT_BYTES) -> D:
    """The document out of its bytes; anything but its one form is refused.

    `what` names it for the reader, as in "The manifest".
    """
    if len(content) > most:
        raise Refused(f"{what} holds {len(content):,} bytes; at most {most:,} are taken.")
    try:
        found = kind.model_validate_json(content)
        same = found.written() == content
    except ValidationError as problem:
        raise Refused(f"{what} cannot be read: {_in_words(problem)}.") from None
    except ValueError as problem:  # numbers or letters that canonical JSON does not know
        raise Refused(f"{what} cannot be read: {problem}.") from None
    if not same:
        raise Refused(
            f"{what} is not written as it must be (RFC 8785), or was changed since: "
            "take the file as it was made, and do not save it from an editor."
        )
    return found


def checked(kind: type[D], what: str, /, **fields: Any) -> D:
    """A new document; what cannot stand in it is refused in words."""
    try:
        return kind(**fields)
    except ValidationError as problem:
        raise Refused(f"{what} cannot be made: {_in_words(problem)}.") from None


def _in_words(problem: ValidationError) -> str:
    faults = problem.errors(include_url=False, include_context=False, include_input=False)
    said = [
        f"{'.'.join(map(str, fault['loc'])) or 'the whole'}: {fault['msg']}" for fault in faults
    ]
    more = f"; and {len(said) - _FAULTS_NAMED} more" if len(said) > _FAULTS_NAMED else ""
    return "; ".join(said[:_FAULTS_NAMED]) + more
