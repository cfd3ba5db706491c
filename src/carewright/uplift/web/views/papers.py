"""The letter to a provider, and the minute of variation of its agreements, as Word files."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from carewright.platform.api import Act, OfficerRequest, policy
from carewright.uplift import api as uplift
from carewright.uplift.web.papers import PAPERS
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
    lines = uplift.lines_of(found.id, seen_by=request.officer)
    own = lines.filter(provider_key=provider.key, new_pence__isnull=False)
    rows = [uplift.line_row(each) for each in own]
    content = PAPERS[paper](found, provider, rows, request.officer, localdate())
    response = HttpResponse(content, content_type=WORD)
    name = f"{found.reference}-{paper}.docx"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
