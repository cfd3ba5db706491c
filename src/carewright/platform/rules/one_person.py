"""When two sign-ins are one person's."""

from __future__ import annotations


def mailbox_of(email: str) -> str:
    """Where letters to an address arrive: what follows a plus only sorts them (RFC 5233)."""
    local, _, host = email.strip().lower().rpartition("@")
    return f"{local.partition('+')[0]}@{host}"
