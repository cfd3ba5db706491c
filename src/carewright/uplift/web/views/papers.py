"""The letter to a provider, and the minute of variation of its agreements, as Word files."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.text import slugify
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from carewright.decide import api as decide
from carewright.decide.api import Outcome
from carewright.platform.api import Act, OfficerRequest, policy
from carewright.ui.formats import written_date
from carewright.uplift import api as uplift
from carewright.uplift.web.papers import PAPERS, Told
from carewright.uplift.web.views.rounds import round_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@policy(Act.SEE_UPLIFTS)
@require_safe
def paper(
    request: OfficerRequest, round_id: UUID, uplift_provider: UUID, paper: str
) -> HttpResponse:
    """One paper about one provider, by somebody who sees every price that stands in it."""
    found = round_of(request, round_id)
    provider = next((each for each in found.providers if each.id == uplift_provider), None)
    if provider is None or paper not in PAPERS or not found.figures:
        raise Http404
    if provider.has_placements and not uplift.sees_placements(request.officer):
        raise Http404  # it would lack prices, and who reads it could not tell
    content = PAPERS[paper](_told(request, found, provider))
    response = HttpResponse(content, content_type=WORD)
    name = f"{found.reference}-{slugify(provider.name)}-{paper}.docx"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _told(request: OfficerRequest, found: uplift.Round, provider: uplift.Provider) -> Told:
    """All that a paper is written from."""
    own = uplift.lines_of(found.id, seen_by=request.officer).filter(provider_key=provider.key)
    lines = [uplift.line_row(each) for each in own]
    return Told(
        found, provider, [each for each in lines if each.new_pence is not None],
        [each for each in lines if each.new_pence is None], request.officer, localdate(),
        _approved(request, found),
    )  # fmt: skip


def _approved(request: OfficerRequest, found: uplift.Round) -> list[str]:
    """Who approved the round, and when; a committee by its minute."""
    if found.request_id is None:
        return []
    asked = decide.approval(found.request_id, seen_by=request.officer)
    words = _("Approved by %(who)s on %(day)s, request %(reference)s.")
    return [
        words % {
            "who": f"{said.committee}, {said.minute_reference}" if said.committee else said.name,
            "day": written_date(said.met_on or said.at), "reference": asked.reference,
        }
        for step in asked.steps
        for said in step.said
        if said.outcome is Outcome.APPROVE
    ]  # fmt: skip
