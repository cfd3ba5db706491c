"""What a provider is written about its new prices, and what varies its agreements."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.utils.translation import gettext as _

from carewright.platform import api as platform
from carewright.ui.formats import percent, pounds, written_date
from carewright.ui.printing import begun, finished, numbered, printable, ruled
from carewright.uplift.api import Line, Provider, Round, RoundState
from carewright.uplift.web.lists import why

NO_BREAK: Final = "\N{NO-BREAK SPACE}"
STANDING: Final = (RoundState.APPLIED, RoundState.PAID)


@dataclass(frozen=True, slots=True)
class Told:
    """What a paper is written from; `approved` says who approved the round, and when."""

    found: Round
    provider: Provider
    rising: Sequence[Line]
    staying: Sequence[Line]
    by: platform.Officer
    today: date
    approved: Sequence[str] = ()


def letter(told: Told) -> bytes:
    """The new prices, why they rise, what stays, what is owed, and how the provider answers."""
    found, us = told.found, told.by.organisation.name
    title = _("New prices from %s") % _day(found.effective_on)
    document = begun(title, us)
    numbered(document, f"{found.reference}, {told.provider.name}")
    _head(document, us)
    _say(document, told.provider.name)
    _say(document, _("%(day)s. Our reference: %(reference)s") % {
        "day": _day(told.today), "reference": found.reference,
    })  # fmt: skip
    document.add_heading(printable(title), 1)
    _say(document, found.reason)
    _say(document, _stands(found))
    _prices(document, told)
    _how(document, told)
    _stay(document, told)
    _owed(document, told)
    _answer(document, told)
    return finished(document)


def minute(told: Told) -> bytes:
    """The variation of each agreement: which price counts until when, and which from then on."""
    found, us = told.found, told.by.organisation.name
    title = _("Minute of variation: prices from %s") % _day(found.effective_on)
    document = begun(title, us)
    numbered(document, f"{found.reference}, {told.provider.name}")
    document.add_heading(printable(title), 1)
    if found.state not in STANDING:
        draft = _("Draft, not to be signed: the round is %s.") % found.state.label.lower()
        document.add_paragraph().add_run(printable(draft)).bold = True
    _say(document, _("Between %(us)s and %(them)s, about these agreements: %(which)s.") % {
        "us": us, "them": told.provider.name,
        "which": ", ".join(dict.fromkeys(each.reference for each in told.rising)),
    })  # fmt: skip
    _say(
        document,
        _(
            "From %(day)s on the new prices below take the place of those before, which "
            "count up to and including %(last)s. All other terms of the agreements stay "
            "as they are."
        )
        % {"day": _day(found.effective_on), "last": _last_day(found)},
    )
    _prices(document, told)
    _owed(document, told)
    _say(document, _("Why: %s") % found.reason)
    _how(document, told)
    _record(document, told)
    _signatures(document, (us, told.provider.name))
    return finished(document)


def _head(document: Any, us: str) -> None:
    document.add_paragraph().add_run(printable(us)).bold = True


def _stands(found: Round) -> str:
    if found.state in STANDING:
        return _("The prices below count from %s on.") % _day(found.effective_on)
    return _("We propose the prices below. They count from %s on, once they have been read by a "
             "second person, approved and applied.") % _day(found.effective_on)  # fmt: skip


def _prices(document: Any, told: Told) -> None:
    """Every line that rises, with the last day on which it counts where one has any."""
    columns = [
        (_("Agreement"), [each.reference for each in told.rising]),
        (_("What is priced"), [each.priced for each in told.rising]),
        (_("Up to %s") % _last_day(told.found), [pounds(each.old_pence) for each in told.rising]),
        (_("From %s") % _day(told.found.effective_on),
         [pounds(each.new_pence) for each in told.rising]),
        (_("Rise"), [_rise(each) for each in told.rising]),
    ]  # fmt: skip
    if any(each.ends_before for each in told.rising):
        columns.append((_("Last day"), [_ends(each) for each in told.rising]))
    headings = [heading for heading, _cells in columns]
    rows = zip(*(cells for _heading, cells in columns), strict=True)
    ruled(document, headings, rows, right=frozenset({2, 3, 4}))


def _ends(each: Line) -> str:
    """Its last day, which is the one before the first without it."""
    return _day(each.ends_before - timedelta(days=1)) if each.ends_before else ""


def _rise(each: Line) -> str:
    if each.new_pence is None or not each.old_pence:
        return _("new")
    return percent((each.new_pence - each.old_pence) / each.old_pence, 2)


def _how(document: Any, told: Told) -> None:
    """The formulas that this provider's prices follow, and the prices agreed by hand."""
    document.add_heading(printable(_("How they were worked out")), 2)
    sources = dict.fromkeys(each.source for each in told.rising)
    formulas = {each.key: each for each in told.found.rule.formulas}
    for source in sources:
        formula = formulas.get(source)
        if formula is None:
            agreed = [each for each in told.rising if each.source == source]
            _point(document, _("%(lines)s: agreed on their own. %(why)s") % {
                "lines": "; ".join(f"{each.reference}, {each.priced}" for each in agreed),
                "why": source,
            })  # fmt: skip
            continue
        whole = formula.formula(told.found.effective_on).rise
        _point(document, _("%(formula)s rise by %(rise)s in all, rounded to whole pence:") % {
            "formula": formula.words, "rise": percent(whole, 2),
        })  # fmt: skip
        for each in formula.shares:
            if each.weight and each.rise:
                _point(document, _("%(share)s of the price follows %(what)s, which rises by "
                                   "%(rise)s. %(source)s") % {
                    "share": percent(each.weight), "what": each.driver.words.lower(),
                    "rise": percent(each.rise, 2), "source": each.source,
                }, level=2)  # fmt: skip


def _stay(document: Any, told: Told) -> None:
    if not told.staying:
        return
    document.add_heading(printable(_("Prices that stay as they are")), 2)
    rows = [
        (each.reference, each.priced, pounds(each.old_pence), why(list(each.left_out)))
        for each in told.staying
    ]
    headings = (_("Agreement"), _("What is priced"), _("Price"), _("Why it stays"))
    ruled(document, headings, rows, right=frozenset({2}))


def _owed(document: Any, told: Told) -> None:
    """For care delivered at the old price since the day from which the new one counts."""
    owed = sum(each.owed_pence or 0 for each in told.rising)
    if owed:
        _say(document, _("For care delivered from %(day)s up to the day on which these prices were "
                         "entered, %(sum)s more is owed than was paid. It is worked out from the "
                         "agreements’ yearly values: your invoices decide.") % {
            "day": _day(told.found.effective_on), "sum": pounds(owed),
        })  # fmt: skip


def _answer(document: Any, told: Told) -> None:
    document.add_heading(printable(_("What we ask of you")), 2)
    if told.found.asked:
        _say(document, told.found.asked)
    by_day = told.provider.answer_by or told.found.answer_by
    if by_day and told.found.state not in STANDING:
        _say(
            document,
            _(
                "Please tell us by %s whether you accept these prices. If you do not, "
                "tell us why, and show us what it costs you."
            )
            % _day(by_day),
        )
    by = told.by
    _say(document, _("Write to %s.") % ", ".join(filter(None, (by.name, by.job_title, by.email))))


def _record(document: Any, told: Told) -> None:
    """Whose eyes the round passed, so that an auditor finds them."""
    document.add_heading(printable(_("Who stands behind it")), 2)
    found = told.found
    _point(document, _("Proposed by %(who)s on %(day)s.") % {
        "who": found.proposed_by, "day": _day(found.proposed_at),
    })  # fmt: skip
    for each in found.readings:
        if found.checked_at and each.answered_at == found.checked_at:
            _point(document, _("Worked out afresh by %(who)s on %(day)s.") % {
                "who": each.reader_name, "day": _day(found.checked_at),
            })  # fmt: skip
    for words in told.approved:
        _point(document, words)
    if found.applied_at:
        _point(document, _("Applied by %(who)s on %(day)s.") % {
            "who": found.applied_by, "day": _day(found.applied_at),
        })  # fmt: skip


def _signatures(document: Any, sides: Sequence[str]) -> None:
    """A row for each side, kept on one page with its heading."""
    document.add_heading(printable(_("Signed")), 2)
    headings = (_("For"), _("Name and position"), _("Signature"), _("Date"))
    ruled(document, headings, [(side, "\n\n", "", "") for side in sides])


def _day(day: date) -> str:
    """3 June 2026, in one line."""
    return written_date(day).replace(" ", NO_BREAK)


def _last_day(found: Round) -> str:
    return _day(found.effective_on - timedelta(days=1))


def _say(document: Any, words: str) -> None:
    document.add_paragraph(printable(words))


def _point(document: Any, words: str, *, level: int = 1) -> None:
    style = "List Bullet" if level == 1 else "List Bullet 2"
    document.add_paragraph(printable(words), style=style)


PAPERS: Final[dict[str, Callable[[Told], bytes]]] = {"letter": letter, "minute": minute}
