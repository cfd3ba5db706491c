"""Sessions in a table of ours, so that each can be shown to its owner and ended by name."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db import connection
from django.utils.timezone import now

from carewright.platform.models.session import Session

ORGANISATION: Final = "organisation"
REFERENCE: Final = "reference"
DEVICE: Final = "device"
PLACE: Final = "place"
BEGAN: Final = "began_at"
USED: Final = "used_at"

#: Every request asks this first, so it stands as the database gets it.
LOAD: Final = (
    "SELECT session_data FROM platform_session WHERE session_key = %s AND expire_date > %s"
)


class SessionStore(DatabaseStore):
    """A session whose row says whose it is, in which browser, and when it was last used."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """The table."""
        return Session

    def load(self) -> dict[str, Any]:
        """What the session holds; a session that has ended holds nothing and is not kept."""
        with connection.cursor() as cursor:
            cursor.execute(LOAD, (self.session_key, now()))
            found = cursor.fetchone()
        if found is None:
            self._session_key = None
            return {}
        held: dict[str, Any] = self.decode(found[0])
        return held

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """The row of a session: what the account's owner may see stands beside the content."""
        kept = Session(
            session_key=self._get_or_create_session_key(),  # type: ignore[attr-defined]
            session_data=self.encode(data),
            expire_date=self.get_expiry_date(),
        )
        kept.account_id = UUID(data[SESSION_KEY]) if SESSION_KEY in data else None
        kept.acts_for = UUID(data[ORGANISATION]) if data.get(ORGANISATION) else None
        kept.device, kept.place = data.get(DEVICE, ""), data.get(PLACE, "")
        kept.began_at, kept.used_at = _moment(data, BEGAN), _moment(data, USED)
        if REFERENCE in data:
            kept.reference = UUID(data[REFERENCE])
        if kept.began_at:
            # However often a session is used, it ends so long after the sign-in.
            last = kept.began_at + timedelta(seconds=settings.SESSION_COOKIE_AGE)
            kept.expire_date = min(kept.expire_date, max(last, now()))
        return kept


def _moment(data: dict[str, Any], name: str) -> datetime | None:
    return datetime.fromisoformat(data[name]) if name in data else None
