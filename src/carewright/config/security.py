"""Headers that tell a browser to trust nothing but this site."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse

#: The pages that take files; everything else that is sent is a short form.
TAKES_FILES = ("/register/give/", "/documents/", "/govern/papers/")
LARGEST_FORM = 2_500_000


class RefuseTheImpossible:
    """Turns away requests that no page of ours sends, before anything of them is kept."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer
        self.largest_file = settings.ENVIRONMENT.upload_limit_mb * 1_000_000

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path:
            return HttpResponse("There is no such page.", status=404, content_type="text/plain")
        if self._length(request) > self._most(request):
            words = f"Too much was sent. A file may have {self.largest_file // 1_000_000} MB."
            return HttpResponse(words, status=413, content_type="text/plain")
        return self.answer(request)

    def _most(self, request: HttpRequest) -> int:
        more = self.largest_file if request.path.startswith(TAKES_FILES) else 0
        return LARGEST_FORM + more

    @staticmethod
    def _length(request: HttpRequest) -> int:
        said = request.META.get("CONTENT_LENGTH") or "0"
        return int(said) if said.isdecimal() else 0


class ContentSecurityPolicy:
    """Gives each answer a strict content security policy and its scripts a fresh nonce."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer
        # A browser checks form-action again when a post redirects, as single sign-on does.
        issuer = urlsplit(settings.ENVIRONMENT.oidc_issuer)
        self.form_action = (
            f"'self' {issuer.scheme}://{issuer.netloc}" if issuer.netloc else "'self'"
        )

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.csp_nonce = secrets.token_urlsafe(16)  # type: ignore[attr-defined]
        response = self.answer(request)
        response.setdefault("Content-Security-Policy", self._policy(request))
        response.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response

    def _policy(self, request: HttpRequest) -> str:
        nonce = request.csp_nonce  # type: ignore[attr-defined]
        return (
            f"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self'; "
            "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
            f"form-action {self.form_action}; base-uri 'none'; frame-ancestors 'none'"
        )
