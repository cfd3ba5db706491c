"""What an organisation holds of decisions, by the parts of addresses that lead to it."""

from __future__ import annotations

from carewright.decide import api as decide
from carewright.platform import api as platform
from tests.factories import decide as ask


def asked_by(by: platform.Officer, word: str) -> dict[str, str]:
    """A scheme of delegation, and a request that waits for one of its steps."""
    scheme = ask.scheme(by.organisation.id, "Authorising director or Chief officer")
    request_id = ask.request(by, title=f"{word} award")
    (step,) = decide.approval(request_id, seen_by=by).open_steps
    return {
        "scheme_id": str(scheme.pk), "request_id": str(request_id), "step_id": str(step.id),
    }  # fmt: skip
