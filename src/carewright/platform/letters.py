"""Letters about signing in: short, with nothing personal in the subject, after the change stands.

Whoever may see only the outside of a letter learns that somebody uses Carewright, and no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from django.core.mail import send_mail
from django.db import transaction


def send_letter(to: str, subject: str, paragraphs: Sequence[str]) -> None:
    """Sends the letter once the present transaction has committed, or at once outside of one.

    A mail server that does not answer undoes nothing: the page or the list offers to send again.
    """
    body = "\n\n".join(paragraphs) + "\n"
    transaction.on_commit(
        partial(send_mail, subject, body, from_email=None, recipient_list=[to]), robust=True
    )
