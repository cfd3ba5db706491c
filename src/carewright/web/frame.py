"""What surrounds every page: for whom somebody acts, and where they may go from here."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db import DatabaseError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from carewright.notify import api as notify
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.rows import Frame, Link, NavigationItem, Notice, State
from carewright.web.navigation import navigation, sections

#: How a message of the framework looks here.
STATES: dict[str, State] = {"success": "good", "info": "none", "warning": "soon", "error": "late"}


def frame(request: HttpRequest) -> dict[str, Any]:
    """The frame of a page, for every template."""
    officer: platform.Officer | None = getattr(request, "officer", None)
    accesses: list[platform.PersonalAccess] = getattr(request, "accesses", [])
    if officer is None and accesses:
        return {"frame": _of_a_record(request)}
    if officer is None:
        return {"frame": _nobodys(request)}
    return {
        "frame": Frame(
            organisation=officer.organisation.name,
            beneath="practice data" if officer.organisation.practice else "",
            home=reverse("web:inbox"),
            home_says=_("Go to your inbox"),
            account=officer.job_title or officer.name,
            account_links=_account_links(request),
            sign_out=reverse("account_logout"),
            navigation=navigation(officer, request.path),
            sections=sections(officer, request.path),
            search=reverse("web:search") if platform.may(officer, Act.SEARCH) else "",
            searched=request.GET.get("q", "") if request.path == reverse("web:search") else "",
            practice=officer.organisation.practice,
            footer=_footer(),
            notices=_notices(request),
            language=_language(),
        )
    }


def _of_a_record(request: HttpRequest) -> Frame:
    """The frame of somebody who acts for no organisation and opens a record."""
    whose = request.accesses[0].organisation  # type: ignore[attr-defined]
    records = reverse("own:records")
    return Frame(
        organisation=whose.name,
        beneath="practice data" if whose.practice else "",
        home=records,
        home_says=_("Go to the records that you may open"),
        account=request.user.name,  # type: ignore[union-attr]
        account_links=(Link("Your sign-in", reverse("mfa_index")),),
        sign_out=reverse("account_logout"),
        navigation=(NavigationItem("Records", records, request.path.startswith(records)),),
        practice=whose.practice,
        footer=_footer(),
        notices=_notices(request),
        language=_language(),
    )


def _nobodys(request: HttpRequest) -> Frame:
    return Frame(
        practice=settings.PRACTICE, footer=_footer(), notices=_notices(request),
        language=_language(),
    )  # fmt: skip


def _account_links(request: HttpRequest) -> tuple[Link, ...]:
    links = [Link(_news(request), reverse("notify:notices")), Link("You", reverse("web:you"))]
    if len(getattr(request, "offices", ())) > 1:
        links.insert(0, Link("Change organisation", reverse("platform:organisations")))
    return tuple(links)


def _news(request: HttpRequest) -> str:
    unread = _unread(request)
    return f"News ({unread:,} new)" if unread else "News"


def _unread(request: HttpRequest) -> int:
    """Counted once a request, however many templates it draws, and not again by its view."""
    found: int | None = getattr(request, "unread", None)
    if found is None:
        try:
            found = notify.unread(seen_by=request.officer)  # type: ignore[attr-defined]
        except DatabaseError:
            found = 0  # a page that says what is broken must not break on this
        request.unread = found  # type: ignore[attr-defined]
    return found


def _footer() -> tuple[Link, ...]:
    return (
        Link("Help", reverse("web:help")),
        Link("Accessibility statement", reverse("web:accessibility")),
        Link("Privacy", reverse("web:privacy")),
    )


def _notices(request: HttpRequest) -> tuple[Notice, ...]:
    if not hasattr(request, "_messages"):
        return ()
    return tuple(
        Notice(str(message), STATES.get(message.level_tag, "none"))
        for message in messages.get_messages(request)
    )


def _language() -> str:
    return (get_language() or "en-gb").replace("en-gb", "en-GB")
