"""What a paper says, part by part, in the words that page, Word document and PDF share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from carewright.decide.api import Outcome
from carewright.govern import rows
from carewright.govern.rules.consulting import Consulted
from carewright.ui.formats import count_of, number, pounds, written_date

Line = tuple[str, ...]
OUTCOMES: Final = {
    Outcome.APPROVE: gettext_lazy("Agreed"),
    Outcome.DECLINE: gettext_lazy("Not agreed"),
    Outcome.RETURN: gettext_lazy("Sent back with questions"),
}


@dataclass(frozen=True, slots=True)
class Table:
    """A table of words; the first cell of a row names it."""

    caption: str
    columns: Line
    rows: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the paper under its own heading."""

    anchor: str
    heading: str
    facts: tuple[tuple[str, str], ...] = ()
    paragraphs: Line = ()
    table: Table | None = None


def parts_of(paper: rows.Paper, proceedings: rows.Proceedings) -> tuple[Part, ...]:
    """The whole paper, front sheet first."""
    body = (
        _said("recommendation", _("Recommendation"), paper.recommendation),
        _said("proposal", _("What is proposed"), paper.proposal),
        _money(paper),
        _people(paper),
        _said("options", _("Options considered"), paper.options),
        _consulted(paper),
        _assessments(paper),
        *_scrutiny(proceedings),
        *_resolutions(proceedings),
    )
    return (front_sheet(paper, proceedings), *body)


def front_sheet(paper: rows.Paper, proceedings: rows.Proceedings) -> Part:
    """What a member reads first, in the order that committee clerks know."""
    return Part(
        "front-sheet",
        _("Front sheet"),
        facts=(
            (_("Name of committee"), proceedings.body or _("Not on an agenda yet")),
            (_("Date of committee"), proceedings.meets or _("Not on an agenda yet")),
            (_("Report title"), paper.title),
            (_("Reference"), paper.reference),
            (_("Summary"), paper.summary or _("Not said yet")),
            (_("For further information please contact"), paper.contact or _("Not said yet")),
            (
                _("Would the recommended decision be contrary to the budget and policy framework?"),
                contrary_in_words(paper),
            ),
            (_("Assessments and advice"), _missing(paper)),
            *_signed(paper),
            (_("Background papers"), _background(paper)),
            (_("Is this the final decision?"), final_in_words(paper)),
            (_("Suggested next steps"), paper.next_steps or _("Not said yet")),
        ),
        table=_consultation_already_undertaken(paper),
    )


def _missing(paper: rows.Paper) -> str:
    """What the law asks for and the paper does not hold, by name: members read it first."""
    still = tuple(each.name for each in paper.missing)
    names = still if paper.open_to_change else paper.without
    if not names:
        return _("All there")
    words = {"n": len(names), "all": len(paper.wanted), "names": ", ".join(names)}
    return _("%(n)s of %(all)s missing: %(names)s") % words


def _signed(paper: rows.Paper) -> Iterator[tuple[str, str]]:
    """Who sent the paper on without what is missing, and why; nothing where all is there."""
    if paper.without and not paper.open_to_change:
        words = {"who": paper.sent_by, "when": written_date(paper.sent_at)}
        signed = _("Signed by %(who)s on %(when)s") % words
        yield _("Why it goes on without them"), f"{paper.without_reason.rstrip('.')}. {signed}"


def contrary_in_words(paper: rows.Paper) -> str:
    """The budget and policy test, with the provision where there is one to name."""
    if paper.contrary is None:
        return _("Not said yet")
    answer = _("Yes") if paper.contrary else _("No")
    return f"{answer}. {paper.provision}" if paper.provision else answer


def final_in_words(paper: rows.Paper) -> str:
    """Whether another body still has to decide."""
    if paper.final_decision is None:
        return _("Not said yet")
    return _("Yes") if paper.final_decision else _("No, another body decides after this one")


def framework_in_words(paper: rows.Paper) -> str:
    """On which side of a framework the decision lies."""
    if paper.in_framework is None:
        return _("Not said yet")
    return _("Within a framework") if paper.in_framework else _("Outside any framework")


def _background(paper: rows.Paper) -> str:
    titles = [
        f"{each.title} ({each.link})" if each.link else each.title for each in paper.background
    ]
    return "; ".join(titles) or _("None")


def _consultation_already_undertaken(paper: rows.Paper) -> Table:
    """Every kind of consultee, also those whom nobody asked: an empty box says something."""
    lines = []
    for whom in Consulted:
        asked = [each for each in paper.consultations if each.whom is whom]
        names = "; ".join(f"{each.name}, {written_date(each.on)}" for each in asked)
        lines.append((whom.label, _("Yes") if asked else _("No"), names or _("Nobody")))
    return Table(
        _("Consultation already undertaken"), (_("Whom"), _("Consulted"), _("Who and when")),
        tuple(lines),
    )  # fmt: skip


def _said(anchor: str, heading: str, words: str) -> Part:
    return Part(anchor, heading, paragraphs=paragraphs(words) or (_("Not said yet"),))


def _money(paper: rows.Paper) -> Part:
    term = count_of(paper.term_months, "%(n)s month", "%(n)s months") if paper.term_months else None
    return Part(
        "money",
        _("Value and term"),
        facts=(
            (_("Value in a year"), pounds(paper.annual_value_pence, whole=True)),
            (_("Term"), term or _("Not known")),
            (_("Value over the term, before inflation"), pounds(paper.total_pence, whole=True)),
            (_("Framework"), framework_in_words(paper)),
        ),
    )


def _people(paper: rows.Paper) -> Part:
    return Part(
        "people",
        _("People affected"),
        facts=((_("How many people"), number(paper.people_affected)),),
        paragraphs=paragraphs(paper.how_affected),
    )


def _consulted(paper: rows.Paper) -> Part:
    lines = tuple(
        (f"{each.name} ({each.whom.label})", each.how or _("Not said"), written_date(each.on),
         each.said)
        for each in paper.consultations
    )  # fmt: skip
    if not lines:
        return Part("consulted", _("What was said"), paragraphs=(_("Nobody was consulted yet"),))
    columns = (_("Who"), _("How"), _("When"), _("What was said"))
    return Part("consulted", _("What was said"), table=Table(_("Consultation"), columns, lines))


def _assessments(paper: rows.Paper) -> Part:
    given = {each.code: each for each in paper.assessments}
    lines = tuple(
        (each.name, *_standing(given.get(each.code)), each.source) for each in paper.wanted
    )
    columns = (_("What"), _("State"), _("Author and date"), _("Published"), _("Asked for by"))
    said = [_("Nobody has checked this list of duties against the law yet.")]
    if paper.without:
        words = {"what": ", ".join(paper.without), "who": paper.sent_by}
        said.append(_("%(who)s sent the paper on without: %(what)s.") % words)
        said.append(_("The reason that was signed: %(why)s") % {"why": paper.without_reason})
    return Part(
        "assessments",
        _("Assessments and advice"),
        paragraphs=tuple(said),
        table=Table(_("Assessments and advice, attached or missing"), columns, lines),
    )


def _standing(given: rows.Assessment | None) -> Line:
    """State, author and date, where it is published."""
    if given is None:
        return _("MISSING"), _("Nobody"), _("No")
    if given.not_needed:
        return _("Not needed: %(why)s") % {"why": given.not_needed}, "–", "–"
    who = f"{given.author}, {written_date(given.written_on)}"
    state = _("Attached") if not given.finding else _("Attached: %(what)s") % {
        "what": given.finding
    }  # fmt: skip
    return state, who, given.published or _("Not published")


def _scrutiny(proceedings: rows.Proceedings) -> Iterator[Part]:
    if not proceedings.questions and not proceedings.scrutinies:
        return
    said = []
    for each in proceedings.scrutinies:
        called = {"who": each.called_by, "when": written_date(each.called_at), "why": each.reason}
        said.append(_("%(who)s called for scrutiny on %(when)s: %(why)s") % called)
        said.append(
            _("Recommendation of scrutiny: %(what)s") % {"what": each.recommendation}
            if each.recommendation
            else _("Scrutiny has not ended")
        )
    lines = tuple(_asked(each) for each in proceedings.questions)
    columns = (_("Question"), _("Asked by"), _("Answer"), _("Source"))
    table = Table(_("Questions before the decision"), columns, lines) if lines else None
    yield Part("scrutiny", _("Scrutiny before the decision"), paragraphs=tuple(said), table=table)


def _asked(question: rows.Question) -> Line:
    if not question.answers:
        return question.text, question.asker, _("No answer yet"), "–"
    answers = " ".join(f"{each.answered_by}: {each.text}" for each in question.answers)
    sources = "; ".join(each.source_in_words for each in question.answers)
    return question.text, question.asker, answers, sources


def _resolutions(proceedings: rows.Proceedings) -> Iterator[Part]:
    for each in proceedings.minutes:
        heading = _("Resolution of %(body)s") % {"body": each.body}
        facts = (
            (_("Outcome"), str(OUTCOMES[each.outcome])),
            (_("Date"), written_date(each.met_on)),
            (_("Minute"), each.reference),
        )
        yield Part(
            f"resolution-{each.id}", heading, facts=facts, paragraphs=paragraphs(each.resolution)
        )


def paragraphs(words: str) -> Line:
    """Words as somebody typed them, broken where they broke them."""
    return tuple(line.strip() for line in words.splitlines() if line.strip())
