"""Which steps an officer may take with a round now, and which one comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from carewright.decide import api as decide
from carewright.decide.api import RequestState
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.ui.formats import count_of, number, pounds
from carewright.ui.rows import Link
from carewright.uplift import api as uplift
from carewright.uplift.api import RoundState
from carewright.uplift.web.steps import STEPS
from carewright_engine.costing.uplift import by_chance

_ANSWERS: Final = ("send", "answer", "pay")
BY_STATE: Final[dict[RoundState, tuple[str, ...]]] = {
    RoundState.PROPOSED: ("apart", "withdraw"),
    RoundState.PREVIEWED: ("agree", "apart", *_ANSWERS, "withdraw"),
    RoundState.CHECKED: (*_ANSWERS, "open-again", "withdraw"),
    RoundState.APPROVED: (*_ANSWERS, "open-again", "withdraw"),
    RoundState.APPLIED: ("pay",),
    RoundState.REVERSED: (),
    RoundState.PAID: ("pay",),
    RoundState.WITHDRAWN: (),
}


@dataclass(frozen=True, slots=True)
class Next:
    """The next step of the round: its words, and a button or a way to it, for whoever may."""

    heading: str
    words: str
    link: Link | None = None
    post: str = ""  # the address of a button
    what: str = ""
    button: str = ""


def steps_open(found: uplift.Round, by: platform.Officer) -> list[Link]:
    """The ways to the steps that the officer may take now."""
    open_now: list[Link] = []
    if platform.may(by, Act.PROPOSE_UPLIFT):
        if found.state in uplift.OPEN_TO_CHANGE:
            changed = reverse("uplift:change", args=[found.id])
            open_now.append(Link(_("Change what is proposed"), changed))
        open_now += [
            Link(str(STEPS[code].title), reverse("uplift:step", args=[found.id, code]))
            for code in BY_STATE[found.state]
        ]
        if found.open_reading and found.state is RoundState.PREVIEWED:
            step = reverse("uplift:step", args=[found.id, "call-off"])
            open_now.append(Link(str(STEPS["call-off"].title), step))
    below = found.figures.get("below", 0)
    signing = found.state in (RoundState.PREVIEWED, RoundState.CHECKED)
    if below and signing and platform.may(by, Act.SIGN_FLOOR_REASON):
        open_now.append(Link(_("Sign a reason"), reverse("uplift:floor", args=[found.id])))
    return open_now


def next_step(found: uplift.Round, by: platform.Officer) -> Next | None:
    """What has to happen now, and whether this officer can do it."""
    proposes = platform.may(by, Act.PROPOSE_UPLIFT)
    applies = platform.may(by, Act.APPLY_UPLIFT)
    go_on = reverse("uplift:go_on", args=[found.id]) if proposes else ""
    match found.state:
        case RoundState.PROPOSED:
            words = _(
                "Every price that the rule chooses is read and worked out, and kept as it is."
            )
            return Next(_("Preview what it would do"), words, post=go_on, what="preview",
                        button=_("Preview the round"))  # fmt: skip
        case RoundState.PREVIEWED:
            return _to_read(found, by, proposes)
        case RoundState.CHECKED:
            return _to_approve(found, by, go_on)
        case RoundState.APPROVED:
            post = reverse("uplift:apply", args=[found.id]) if applies else ""
            words = _("All prices change in one step, or none. It can be undone until paid.")
            return Next(_("Apply the round"), words, post=post, what="apply",
                        button=_("Apply the round"))  # fmt: skip
        case RoundState.APPLIED:
            return _to_end(found, by, applies)
        case _:
            return None


def _to_read(found: uplift.Round, by: platform.Officer, proposes: bool) -> Next:
    reading = found.open_reading
    if reading is None:
        drawn = number(by_chance(found.figures.get("lines", 0)))
        words = (
            _(
                "Nobody who had a hand in the round. They work out lines afresh, without seeing "
                "your answer, then say whether the round may go on: %s lines drawn "
                "by chance, the greatest rises and every price agreed by hand."
            )
            % drawn
        )
        way = reverse("uplift:step", args=[found.id, "reader"])
        link = Link(_("Choose a second reader"), way) if proposes else None
        return Next(_("Ask a second reader to check"), words, link)
    if reading.reader_account == by.account_id:
        link = Link(_("Work out the lines"), reverse("uplift:read", args=[found.id]))
        return Next(_("You are asked to read this round"),
                    _("%s asked you.") % reading.chosen_by_name, link)  # fmt: skip
    lines = count_of(len(reading.lines), "%(n)s line", "%(n)s lines")
    words = _("%(who)s has been asked to work out %(lines)s.") % {
        "who": reading.reader_name, "lines": lines,
    }  # fmt: skip
    return Next(_("It waits for its second reader"), words)


def _to_approve(found: uplift.Round, by: platform.Officer, go_on: str) -> Next:
    if found.request_id is None:
        return Next(_("Ask for approval"), _asked_at(found, by), post=go_on, what="ask",
                    button=_("Ask for approval"))  # fmt: skip
    asked = decide.approval(found.request_id, seen_by=by)
    link = Link(asked.reference, reverse("decide:request", args=[asked.id]))
    if asked.state is RequestState.APPROVED:
        return Next(_("It has been approved"), _("Take the approval over."), link, go_on,
                    "take_over", _("Mark it as approved"))  # fmt: skip
    if asked.ended:
        words = _("The request was not approved: %s.") % asked.state.label.lower()
        return Next(_("Ask for approval again"), words, link, go_on, "ask", _("Ask for approval"))
    return Next(_("It waits for approval"), asked.state.label, link)


def _asked_at(found: uplift.Round, by: platform.Officer) -> str:
    """At which figure the scheme is asked, and why that is not always the sum."""
    asked = uplift.asked_at(found.id, on=localdate(), seen_by=by)
    words = [_("Whoever the scheme of delegation names at %s a year.") % pounds(asked.pence)]
    if asked.unknown:
        words.append(count_of(
            asked.unknown,
            "Of %(n)s line that rises nobody knows how much is bought, so the round is judged as "
            "the dearest that the scheme knows, until its agreement says a value.",
            "Of %(n)s lines that rise nobody knows how much is bought, so the round is judged as "
            "the dearest that the scheme knows, until their agreements say a value.",
        ))  # fmt: skip
    if asked.rounded:
        words.append(_("The figure is rounded up: few of its prices are one person’s each."))
    return " ".join(words)


def _to_end(found: uplift.Round, by: platform.Officer, applies: bool) -> Next:
    post = reverse("uplift:apply", args=[found.id]) if applies else ""
    if found.undo_asked_by_account is None:
        back = Link(_("Ask to take it back"), reverse("uplift:take_back", args=[found.id]))
        words = _("Once invoices are paid at the new prices it is closed, and no longer undone.")
        return Next(_("Close it when it is paid"), words, back if applies else None, post, "paid",
                    _("Paid and closed"))  # fmt: skip
    words = _("%(who)s asks to take it back: %(why)s") % {
        "who": found.undo_asked_by, "why": found.undo_reason,
    }  # fmt: skip
    own = platform.is_same_person(by, found.undo_asked_by_account)
    text = _("Ask no longer to take it back") if own else _("Decline: the new prices stand")
    stands = Link(text, reverse("uplift:let_stand", args=[found.id])) if applies else None
    return Next(_("Another person confirms that it is taken back"), words, stands,
                "" if own else post, "confirm", _("Confirm: the old prices go on"))  # fmt: skip
