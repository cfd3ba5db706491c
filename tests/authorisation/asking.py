"""Asks the service for something, and leaves everything as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import transaction
from django.http.response import HttpResponseBase
from django.test import Client

from carewright.platform import api as platform
from carewright.platform import models
from tests.authorisation.outcomes import Signed
from tests.factories import platform as make


def browser_of(officer: platform.Officer | None, signed: Signed = Signed.FULLY) -> Client:
    """The browser of somebody who has got so far with signing in."""
    browser = Client(raise_request_exception=False)
    if officer is None or signed is Signed.NOT:
        return browser
    if signed is Signed.FULLY:
        make.signed_in(officer, browser)
    else:
        browser.force_login(models.Account.objects.get(pk=officer.account_id))
    browser.get("/inbox/")  # from then on the session knows the organisation
    return browser


@contextmanager
def undone() -> Iterator[None]:
    """Whatever the block writes to the database is gone after it."""
    # A savepoint and no block: actions insist on being the outermost block themselves.
    mark = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(mark)


def ask(
    browser: Client,
    method: str,
    path: str,
    *,
    looking: Callable[[], object] = lambda: None,
    **more: object,
) -> HttpResponseBase:
    """One request, answered in full and then undone; `looking` sees what it had done by then."""
    cookies = browser.cookies.copy()
    with undone():
        response: HttpResponseBase = browser.generic(method, path, **more)  # type: ignore[arg-type]
        if response.streaming:
            response.body = b"".join(response)  # type: ignore[attr-defined,call-overload]
        else:
            response.body = response.content  # type: ignore[attr-defined]
        response.seen = looking()  # type: ignore[attr-defined]
    browser.cookies = cookies
    return response
