"""One search over everything that an officer may see; each stage finds its own things."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from carewright.analyse import api as analyse
from carewright.contract import api as contract
from carewright.decide import api as decide
from carewright.follow_up import api as follow_up
from carewright.foresee import api as foresee
from carewright.govern import api as govern
from carewright.plan import api as plan
from carewright.platform import api as platform
from carewright.platform.api import Act
from carewright.register import api as register
from carewright.ui.formats import in_london, written_date
from carewright.web.rows import Hit, Pile

#: Fewer letters are like everything.
SHORTEST: Final = 3
MOST_OF_A_KIND: Final = 5
MOST: Final = 50
#: Kinds whose things are known by a letter and a number.
NUMBERED: Final = frozenset({"papers", "decisions", "actions", "agreements", "sourcing"})

Find = Callable[[str, platform.Officer, int], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing that can be found, and the act without which it is not looked for."""

    name: str
    heading: object  # words, translated when printed
    act: Act
    find: Find


def search(words: str, officer: platform.Officer, only: str = "") -> list[Pile]:
    """What the words find of what the officer may see; kinds without a hit are left out."""
    found = []
    for kind in KINDS:
        if only not in {"", kind.name} or not platform.may(officer, kind.act):
            continue
        most = MOST if only else MOST_OF_A_KIND
        if platform.is_reference(words) and kind.name not in NUMBERED:
            continue
        hits = sorted(kind.find(words, officer, most + 1), key=lambda hit: _only_alike(hit, words))
        if hits:
            found.append(_pile(kind, words, tuple(hits), most, whole=bool(only)))
    return sorted(found, key=lambda pile: _only_alike(pile.hits[0], words))


def _only_alike(hit: Hit, words: str) -> bool:
    """Whether a hit does not say the very words: those that do come first, in either order."""
    said = f"{hit.text} {hit.beneath}".casefold()
    return " ".join(words.casefold().split()) not in said


def _pile(kind: Kind, words: str, hits: tuple[Hit, ...], most: int, *, whole: bool) -> Pile:
    more = ""
    if len(hits) > most and not whole:
        more = f"{reverse('web:search')}?{urlencode({'q': words, 'kind': kind.name})}"
    return Pile(kind.name, str(kind.heading), hits[:most], more)


def _services(words: str, officer: platform.Officer, most: int) -> Iterator[Hit]:
    for found in register.found_services(words, seen_by=officer, most=most):
        where = " ".join(filter(None, (found.town, found.postcode)))
        parts = (found.service_id, found.kind, found.provider_name, where)
        yield Hit(
            text=found.name or found.service_id,
            href=reverse("register:service", args=[found.service_id]),
            beneath=" · ".join(filter(None, parts)),
        )


def _files(words: str, officer: platform.Officer, most: int) -> Iterator[Hit]:
    for found in register.found_files(words, seen_by=officer, most=most):
        row = register.dataset_row(found)
        said = ngettext("%(rows)s row", "%(rows)s rows", row.rows_kept) % {
            "rows": f"{row.rows_kept:,}"
        }
        yield Hit(row.file_name, reverse("register:file", args=[row.id]), f"{row.title} · {said}")


def _analyses(words: str, officer: platform.Officer, most: int) -> Iterator[Hit]:
    for found in analyse.found_runs(words, seen_by=officer, most=most):
        asked = _("Asked for by %(name)s on %(day)s") % {
            "name": found.asked_by,
            "day": written_date(in_london(found.asked_at).date()),
        }
        yield Hit(found.title, reverse("analyse:run", args=[found.id]), str(asked))


def _projections(words: str, officer: platform.Officer, most: int) -> Iterator[Hit]:
    for found in foresee.found_projections(words, seen_by=officer, most=most):
        title = found.title if found.name else ""
        beneath = " · ".join(filter(None, (found.reference, title, found.organisation)))
        yield Hit(found.called, reverse("foresee:projection", args=[found.id]), beneath)


def _scenarios(words: str, officer: platform.Officer, most: int) -> Iterator[Hit]:
    for found in foresee.found_scenarios(words, seen_by=officer, most=most):
        changed = _("changed by %(name)s on %(day)s") % {
            "name": found.changed_by,
            "day": written_date(in_london(found.changed_at).date()),
        }
        parts = (found.organisation, str(_("put away")) if found.put_away_at else str(changed))
        yield Hit(found.name, reverse("foresee:scenario", args=[found.id]), " · ".join(parts))


def _people(words: str, officer: platform.Officer, most: int) -> Iterator[Hit]:
    for found in register.found_people(words, seen_by=officer):
        where = " · ".join(filter(None, (found.area_name, found.age_band)))
        yield Hit(found.reference, reverse("register:person", args=[found.id]), where)


def _contacts(words: str, officer: platform.Officer, most: int) -> Iterator[Hit]:
    for found in platform.found_contacts(words, most=most):
        about = platform.area_label(found.service_area) if found.service_area else found.provider
        shown = f"{reverse('platform:route_map')}?{urlencode({'q': found.name})}"
        yield Hit(found.name, shown, f"{found.job_title} · {about} · {found.organisation}")


def _colleagues(words: str, officer: platform.Officer, most: int) -> Iterator[Hit]:
    """Whoever works in the officer's own organisation, published or not, with how to write."""
    if platform.may(officer, Act.SEE_OFFICERS):
        return  # finds the same people among the officers, with more to do about them
    for found in platform.found_officers(words, seen_by=officer, most=most):
        if found.active:
            yield Hit(f"{found.name}, {found.job_title}", f"mailto:{found.email}", found.email)


def _teams(words: str, officer: platform.Officer, most: int) -> Iterator[Hit]:
    for found in platform.found_teams(words, seen_by=officer, on=localdate(), most=most):
        led = _("led by %(name)s") % {"name": found.lead}
        parts = (found.locality, str(led))
        yield Hit(
            found.name, reverse("platform:team", args=[found.id]), " · ".join(filter(None, parts))
        )


def _officers(words: str, officer: platform.Officer, most: int) -> Iterator[Hit]:
    for found in platform.found_officers(words, seen_by=officer, most=most):
        # The route map may name the same person, and that link leads elsewhere.
        text = f"{found.name}, {found.job_title}"
        state = found.email if found.active else f"{found.email} · {_('Has left')}"
        yield Hit(text, reverse("platform:officer", args=[found.id]), state)


def _papers(words: str, officer: platform.Officer, most: int) -> Iterator[Hit]:
    for found in govern.found_papers(words, seen_by=officer, most=most):
        beneath = f"{found.reference} · {found.state.label}"
        yield Hit(found.title, reverse("govern:paper", args=[found.id]), beneath)


def _sourcing(words: str, officer: platform.Officer, most: int) -> Iterator[Hit]:
    for found in plan.found_decisions(words, seen_by=officer, most=most):
        beneath = f"{found} · {plan.DecisionState(found.state).label}"
        yield Hit(found.title, reverse("plan:decision", args=[found.pk]), beneath)


def _decisions(words: str, officer: platform.Officer, most: int) -> Iterator[Hit]:
    for found in decide.found_approvals(words, seen_by=officer, most=most):
        beneath = f"{found.reference} · {found.act.label} · {found.tag.text}"
        yield Hit(found.title, reverse("decide:request", args=[found.id]), beneath)


def _actions(words: str, officer: platform.Officer, most: int) -> Iterator[Hit]:
    for found in follow_up.found_actions(words, seen_by=officer, most=most):
        yield Hit(found.title, found.link, found.beneath)


def _agreements(words: str, officer: platform.Officer, most: int) -> Iterator[Hit]:
    for found in contract.found_agreements(words, seen_by=officer, most=most):
        state = contract.AgreementState(found.state).label
        parts = (str(found), found.own_reference, found.provider_name, state)
        where = reverse("contract:agreement", args=[found.pk])
        yield Hit(found.title, where, " · ".join(filter(None, parts)))


def _documents(words: str, officer: platform.Officer, most: int) -> Iterator[Hit]:
    for found in platform.found_documents(words, seen_by=officer, most=most):
        given = _("by %(name)s on %(day)s") % {
            "name": found.newest.uploaded_by,
            "day": written_date(in_london(found.newest.uploaded_at).date()),
        }
        where = reverse("platform:document", args=[found.id])
        yield Hit(found.name, where, f"{found.kind.label} · {given}")


#: In the order in which they are shown.
KINDS: Final = (
    Kind("people", _("People"), Act.SEE_PEOPLE, _people),
    Kind("services", _("Services and providers"), Act.SEE_FACTS, _services),
    Kind("agreements", _("Agreements"), Act.SEE_AGREEMENTS, _agreements),
    Kind("sourcing", _("Sourcing decisions"), Act.SEE_SOURCING, _sourcing),
    Kind("papers", _("Papers"), Act.SEE_PAPERS, _papers),
    Kind("decisions", _("Decisions"), Act.SEE_DECISIONS, _decisions),
    Kind("actions", _("Actions"), Act.SEE_ACTIONS, _actions),
    Kind("contacts", _("Whom to ask"), Act.SEE_ROUTE_MAP, _contacts),
    Kind("colleagues", _("Colleagues"), Act.SEE_ROUTE_MAP, _colleagues),
    Kind("teams", _("Teams"), Act.SEE_TEAMS, _teams),
    Kind("officers", _("Officers"), Act.SEE_OFFICERS, _officers),
    Kind("documents", _("Letters and documents"), Act.SEE_DOCUMENT, _documents),
    Kind("files", _("Files"), Act.SEE_FACTS, _files),
    Kind("analyses", _("Analyses"), Act.SEE_ANALYSIS, _analyses),
    Kind("projections", _("Projections of need"), Act.SEE_PROJECTIONS, _projections),
    Kind("scenarios", _("Scenarios"), Act.SEE_SCENARIOS, _scenarios),
)
