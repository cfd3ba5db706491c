"""Every component in every state, with invented figures: what the accessibility sweep visits.

The `web` stage serves each page of the gallery:

    shown = gallery.page(part, request.GET)
    return render(request, shown.template, shown.context)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile

from carewright.ui.dates import DateField
from carewright.ui.formats import count_of
from carewright.ui.forms import PlainForm, PoundsField
from carewright.ui.lists import ListColumn, ListFilter, Listing
from carewright.ui.rows import (
    Count,
    Fact,
    Figure,
    Grid,
    GridCell,
    GridColumn,
    Identity,
    LedgerLine,
    Link,
    Progress,
    State,
    Tag,
    Unknown,
)
from carewright_engine.charts.bars import Bar, bars
from carewright_engine.charts.picture import FOCUS, Caption


@dataclass(frozen=True, slots=True)
class Shown:
    """One page of the gallery: its template and what that prints."""

    template: str
    context: dict[str, Any]


def page(part: str, query: Mapping[str, str]) -> Shown:
    """The page of this name; `PARTS` names them all."""
    shown = PARTS[part](query)
    others = [Link(name.replace("-", " ").capitalize(), f"?part={name}") for name in PARTS]
    context = {"caption": "Component gallery", "parts": others, **shown.context}
    return Shown(shown.template, context)


# Page parts and figures ------------------------------------------------

SOURCE: Final = Link("", "#source")


def _parts(_query: Mapping[str, str]) -> Shown:
    return Shown(
        "ui/gallery/parts.html",
        {
            "title": "Parts of a page",
            "lead": "Fourteen homes of an invented area, drawn in every way we have.",
            "about": ABOUT,
            "tags": [Tag(words, state) for words, state in TAGS],
            "counts": COUNTS,
            "facts": FACTS,
            "ledger": LEDGER,
            "missing": MISSING,
            "grids": (SMALL_GRID, STACKED_GRID),
            "figure": figure(),
        },
    )


ABOUT: Final = Identity(
    "C-0417",
    ("Strathallow Home Support", "86 people supported today"),
    Tag("4 of 14 checks open", "soon"),
)

TAGS: Final[tuple[tuple[str, State], ...]] = (
    ("5 days late", "late"),
    ("Tomorrow", "soon"),
    ("Received", "good"),
    ("Waiting", "wait"),
    ("To come", "none"),
)

COUNTS: Final = (
    Count("3", Link("Overdue", "#overdue"), "118 people affected", "late"),
    Count("5", Link("Due by 1 December", "#due"), "698 people affected", "soon"),
    Count("4", Link("Waiting for others", "#waiting"), "167 people affected", "wait"),
)

FACTS: Final = (
    Fact("Value over four years", "£9.20 million"),
    Fact("Signed", "27 March 2023", "by an officer with authority to £15m"),
    Fact("Came from", "Framework F-12, lots 3 and 4", href="#framework"),
    Fact("Cost in a year", "£978,061", "5.1% more", source=SOURCE),
)

LEDGER: Final = (
    LedgerLine("Type", "9", "of 14", "homes are run privately; the council runs 3.", SOURCE),
    LedgerLine("Quality", "8", "of 14", "graded good or better on every question.", SOURCE),
    LedgerLine(
        "Cost",
        "Not known",
        words="No price or unit cost has been given.",
        link=Link("What would fill it", "#fill"),
    ),
    LedgerLine("Market", "637", "HHI", "Not concentrated. The largest three hold 35%.", SOURCE),
)

MISSING: Final = Unknown(
    "The regulator’s file holds no prices. Nothing is estimated in their place.",
    fill=(
        Link("The council’s contract register", "#contracts"),
        Link("In-house costs from the yearly return", "#return"),
    ),
)

SMALL_GRID: Final = Grid(
    caption="Homes by who runs them",
    columns=(
        GridColumn("Run by"),
        GridColumn("Homes", figures=True),
        GridColumn("Places", figures=True),
        GridColumn("Share of places", figures=True),
    ),
    rows=(
        ("Publicly run", "3", "112", "18.6%"),
        ("Private", "9", "437", "72.5%"),
        ("Voluntary", "2", "54", "9.0%"),
    ),
    total=("All", "14", "603", "100%"),
    how_to_read="Adding up the shares gives 100.1 because each is rounded.",
)

STACKED_GRID: Final = Grid(
    caption="Effect by provider",
    columns=(
        GridColumn("Provider"),
        GridColumn("Now", figures=True),
        GridColumn("From 1 April 2027", figures=True),
        GridColumn("Floor check"),
    ),
    rows=(
        (
            GridCell("Strathallow Home Support", "#a", "41 lines, 86 people"),
            "£23.48",
            "£24.79",
            GridCell(tag=Tag("Above", "good")),
        ),
        (
            GridCell("Skerrybank Homecare", "#b", "12 lines, 14 people"),
            "£21.20",
            "£22.05",
            GridCell(tag=Tag("Below by 57p", "late")),
        ),
    ),
    total=("Both providers", "", "", ""),
    stacked=True,
    flagged=frozenset({1}),
)


def figure() -> Figure:
    """A chart as pages show it."""
    drawn = bars(
        Caption(
            name="gallery-homes",
            title="Places by town",
            how_to_read="Orange: the town that you are looking at.",
        ),
        (
            Bar("Cairnwick", 241),
            Bar("Port Skerry", 187, tone=FOCUS),
            Bar("Ardmuir", 120),
            Bar("Mosside", None),
        ),
        rows_are="Town",
        figures_are="Places",
    )
    return Figure.of(drawn, source=SOURCE, csv="#csv")


# Forms ------------------------------------------------

REASONS: Final = (
    ("capacity", "It has no capacity"),
    ("distance", "It is too far away"),
    ("other", "Another reason"),
)
GROUPED: Final = (
    ("", "---------"),
    ("Care at home", (("home", "Home care"), ("night", "Night care"))),
    ("Care homes", (("older", "Older people"), ("adults", "Adults under 65"))),
)


class EveryQuestion(PlainForm):
    """One question of every kind that Django knows."""

    name = forms.CharField(label="Name of the service", help_text="As registered")
    email = forms.EmailField(label="Email address", required=False)
    website = forms.URLField(label="Web address", required=False, assume_scheme="https")
    places = forms.IntegerField(label="Number of places", min_value=1, max_value=300)
    hours = forms.DecimalField(label="Hours a week", max_digits=6, decimal_places=2)
    rate = PoundsField(label="Price of an hour", help_text="Without travel")
    starts = DateField(
        label="When does it start?", help_text="For example, 27 3 2027", latest=date(2030, 12, 31)
    )
    due = forms.SplitDateTimeField(label="When is the answer due?", required=False)
    month = forms.DateField(label="Review", required=False, widget=forms.SelectDateWidget)
    note = forms.CharField(label="What was asked", max_length=200, widget=forms.Textarea)
    story = forms.CharField(label="Anything else", required=False, widget=forms.Textarea)
    kind = forms.ChoiceField(label="Kind of care", choices=GROUPED)
    town = forms.ChoiceField(label="Town", choices=(("", "---------"), ("a", "Ardmuir")))
    reason = forms.ChoiceField(
        label="Why was it declined?", choices=REASONS, widget=forms.RadioSelect
    )
    needs = forms.MultipleChoiceField(
        label="What matters",
        choices=REASONS,
        widget=forms.CheckboxSelectMultiple,
        help_text="Select all that apply",
    )
    agreed = forms.BooleanField(label="The person agreed to share this")
    secret = forms.CharField(label="Password", widget=forms.PasswordInput)
    plan = forms.FileField(label="Support plan", help_text="PDF or Word, up to 20 MB")


WRONG: Final = {
    "email": "someone@",
    "website": "not an address",
    "places": "4000",
    "hours": "many",
    "rate": "22.555",
    "starts-day": "31",
    "starts-month": "6",
    "starts-year": "2027",
    "note": "x" * 201,
    "kind": "elsewhere",
}


def _form(_query: Mapping[str, str]) -> Shown:
    form = EveryQuestion(initial={"starts": date(2027, 3, 27), "rate": 2205})
    return Shown("ui/gallery/form.html", {"title": "Record a service", "form": form})


def _form_with_errors(_query: Mapping[str, str]) -> Shown:
    empty = SimpleUploadedFile("plan.pdf", b"")
    form = EveryQuestion(WRONG, {"plan": empty})
    return Shown("ui/gallery/form.html", {"title": "Record a service", "form": form})


# Lists ------------------------------------------------


@dataclass(frozen=True, slots=True)
class Home:
    """An invented care home."""

    name: str
    number: str
    town: str
    places: int | None
    fee: int | None  # pence a week
    full: float | None
    seen_on: date | None
    due_at: datetime | None
    state: Tag


def homes(how_many: int) -> tuple[Home, ...]:
    """As many invented homes as asked for, always the same ones."""
    return tuple(_home(place) for place in range(how_many))


def _home(place: int) -> Home:
    towns = ("Cairnwick", "Port Skerry", "Ardmuir", "Mosside")
    houses = ("Bracken House", "Larch Court", "Rowan Lodge", "The Old Mill", "Willow Bank")
    words, state = TAGS[place % 5]
    return Home(
        name=f"{houses[place % 5]} {place + 1}",
        number=f"CS{2_000_000 + place * 37}",
        town=towns[place % 4],
        places=None if place % 9 == 8 else 10 + place * 7 % 60,
        fee=None if place % 6 == 5 else 65_000 + place * 731 % 40_000,
        full=None if place % 7 == 6 else round(0.6 + place * 0.013 % 0.4, 3),
        seen_on=None if place % 11 == 10 else date(2025, 1 + place % 12, 1 + place % 28),
        due_at=datetime(2026, 11, 1 + place % 28, 12, tzinfo=UTC),
        state=Tag(words, state),
    )


HOMES: Final = Listing(
    name="homes",
    caption="Care homes of Brackendale",
    columns=(
        ListColumn("name", "Home", sort="name", link=lambda home: f"#{home.number}"),
        ListColumn("number", "Number", under="name"),
        ListColumn("town", "Town", sort="town"),
        ListColumn("places", "Places", "number", sort="places"),
        ListColumn("fee", "Weekly fee", "pounds", sort="fee"),
        ListColumn("full", "Occupied", "percent", sort="full"),
        ListColumn("seen_on", "Last inspected", "date", sort="seen_on"),
        ListColumn("due_at", "Return due", "datetime"),
        ListColumn("state", "State", "tag"),
    ),
    filters=(
        ListFilter("q", "Name or number", fields=("name", "number")),
        ListFilter(
            "town",
            "Town",
            "select",
            choices=tuple((t, t) for t in ("Ardmuir", "Cairnwick", "Mosside", "Port Skerry")),
        ),
        ListFilter("since", "Inspected since", "from", fields=("seen_on",)),
    ),
    sort="name",
    counted=lambda n: count_of(n, "%(n)s home", "%(n)s homes"),
)


def _list(query: Mapping[str, str]) -> Shown:
    asked = HOMES.asked(query)
    return Shown("ui/list_page.html", {"title": "Care homes", "list": asked.page_of(homes(1_240))})


def _empty_list(_query: Mapping[str, str]) -> Shown:
    asked = HOMES.asked({"q": "Nowhere"})
    return Shown("ui/list_page.html", {"title": "Care homes", "list": asked.page_of(homes(10))})


def _list_with_errors(_query: Mapping[str, str]) -> Shown:
    asked = HOMES.asked({"town": "Atlantis", "since": "31 June 2025", "page": "x", "sort": "-fee"})
    return Shown("ui/list_page.html", {"title": "Care homes", "list": asked.page_of(homes(120))})


# Work that takes a while ------------------------------------------------


def _progress(_query: Mapping[str, str]) -> Shown:
    works = (
        Progress("Regulator’s file, 2022", "waiting", "Two imports are ahead of it."),
        Progress(
            "Regulator’s file, 2021",
            "running",
            "Reading the file.",
            link=Link("Regulator’s file, 2021", "#1"),
        ),
        Progress("Skerry Coast spreadsheet", "running", "1,240 of 1,906 rows read.", 1_240, 1_906),
        Progress("Population by data zone", "done", "6,976 rows kept, none in doubt."),
        Progress("Boundaries", "failed", "The file ends in the middle of a line.", 3, 9),
    )
    return Shown("ui/gallery/progress.html", {"title": "Running now", "works": works})


PARTS: Final[dict[str, Callable[[Mapping[str, str]], Shown]]] = {
    "parts": _parts,
    "form": _form,
    "form-with-errors": _form_with_errors,
    "list": _list,
    "empty-list": _empty_list,
    "list-with-errors": _list_with_errors,
    "progress": _progress,
}
