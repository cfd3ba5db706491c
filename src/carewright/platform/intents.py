"""One effect per intent: a form that is sent twice does its work once.

Each form carries a fresh key in a hidden field. The first post with a key writes it down with its
result in the transaction of its effect, so that either both stand or neither. Whoever posts the
same again, be it after a broken line, gets the first one's result.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.http import HttpRequest

#: The hidden field's name, as `carewright.ui.forms` writes it.
FIELD: Final = "once"
#: After so many days nobody's repeat is known any more; a sign-in ends after eight hours.
DAYS_KEPT: Final = 7
LEFT_OUT: Final = frozenset({FIELD, "csrfmiddlewaretoken"})


class SentBefore(Exception):
    """A form was sent again with other answers than the first time, which took effect."""


@dataclass(frozen=True, slots=True)
class Intent:
    """What somebody meant to do, once: the key of their form and the digest of their answers."""

    key: UUID | None = None
    fingerprint: str = ""


#: For callers that nobody's form stands behind, such as a job: each call takes effect.
EACH_TIME: Final = Intent()


def intent_of(request: HttpRequest) -> Intent:
    """The intent behind a post, for the action that carries it out."""
    typed = request.POST.get(FIELD, "")
    if not typed:
        return EACH_TIME
    try:
        return Intent(UUID(typed), _fingerprint(request))
    except ValueError:
        raise SentBefore from None


def _fingerprint(request: HttpRequest) -> str:
    """The digest of where something was sent, every answer and every file."""
    digest = hashlib.sha256(request.path.encode())
    for part in _said(request):
        digest.update(json.dumps(part).encode())
    for name, file in sorted(_files(request)):
        digest.update(json.dumps([name, file]).encode())
    return digest.hexdigest()


def _said(request: HttpRequest) -> Iterator[list[object]]:
    for name in sorted(set(request.POST) - LEFT_OUT):
        yield [name, request.POST.getlist(name)]


def _files(request: HttpRequest) -> Iterator[tuple[str, str]]:
    for name, files in request.FILES.lists():
        for file in files:
            content = hashlib.sha256()
            for chunk in file.chunks():
                content.update(chunk)
            file.seek(0)
            yield name, content.hexdigest()
