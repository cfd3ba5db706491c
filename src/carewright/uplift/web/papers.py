"""What a provider is written about its new prices, and what varies its agreements."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _

from carewright.platform import api as platform
from carewright.ui.formats import percent, pounds, written_date
from carewright.ui.printing import begun, finished, printable
from carewright.uplift.api import Line, Provider, Round, RoundState

ANSWER: Final = (
    "Please tell us by %s whether you accept these prices. If you do not, tell us why, with your "
    "evidence."
)
TAKE_THE_PLACE: Final = (
    "From %s the prices below take the place of those before. All other terms of the agreements "
    "stay as they are."
)
HEADINGS: Final = ("Agreement", "What is priced", "Price now", "New price")


def letter(
    found: Round, provider: Provider, lines: Sequence[Line], by: platform.Officer, today: date
) -> bytes:
    """The new prices, why they rise, and by when the provider answers."""
    document = begun(
        _("New prices from %s") % written_date(found.effective_on), by.organisation.name
    )
    _say(document, written_date(today))
    _say(document, provider.name)
    document.add_heading(printable(_("New prices from %s") % written_date(found.effective_on)), 0)
    _say(document, found.reason)
    _rises(document, found)
    _prices(document, lines)
    if provider.answer_by:
        _say(document, _(ANSWER) % written_date(provider.answer_by))
    _say(document, f"{by.name}, {by.job_title}")
    return finished(document)


def minute(
    found: Round, provider: Provider, lines: Sequence[Line], by: platform.Officer, today: date
) -> bytes:
    """The variation of each agreement: which price counts until when, and which from then on."""
    title = _("Minute of variation: prices from %s") % written_date(found.effective_on)
    document = begun(title, by.organisation.name)
    document.add_heading(printable(title), 0)
    _say(document, _("Between %(us)s and %(them)s. Round %(round)s.") % {
        "us": by.organisation.name, "them": provider.name, "round": found.reference,
    })  # fmt: skip
    if found.state not in (RoundState.APPLIED, RoundState.PAID):
        _say(document, _("Draft: the round is %s.") % found.state.label.lower())
    _say(document, _(TAKE_THE_PLACE) % written_date(found.effective_on))
    _prices(document, lines)
    _say(document, found.reason)
    for side in (by.organisation.name, provider.name):
        _say(document, _("Signed for %s: ____________________  On: ______________") % side)
    return finished(document)


def _rises(document: Any, found: Round) -> None:
    for formula in found.rule.formulas:
        for each in formula.shares:
            if each.weight and each.rise:
                words = _("%(formula)s: %(share)s of the price follows %(what)s, which rises by "
                          "%(rise)s (%(source)s)")  # fmt: skip
                document.add_paragraph(printable(words % {
                    "formula": formula.words, "share": percent(each.weight),
                    "what": each.driver.words.lower(), "rise": percent(each.rise, 2),
                    "source": each.source,
                }), style="List Bullet")  # fmt: skip


def _prices(document: Any, lines: Sequence[Line]) -> None:
    """Every line of the provider, in one table with a heading row."""
    table = document.add_table(rows=1, cols=len(HEADINGS), style="Table Grid")
    for cell, heading in zip(table.rows[0].cells, HEADINGS, strict=True):
        cell.text = _(heading)
    for each in lines:
        told = (each.reference, each.priced, pounds(each.old_pence), pounds(each.new_pence))
        for cell, words in zip(table.add_row().cells, told, strict=True):
            cell.text = printable(words)


def _say(document: Any, words: str) -> None:
    document.add_paragraph(printable(words))


Paper = Callable[[Round, Provider, Sequence[Line], platform.Officer, date], bytes]
PAPERS: Final[dict[str, Paper]] = {"letter": letter, "minute": minute}
