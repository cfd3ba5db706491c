"""The pictures of an area's provision: which table of the answer is drawn as what.

The page in the browser, the report on paper and the files on disk show the same pictures. Each
is made from a table of the answer, so that its figures open to the same rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Final

from carewright_engine.charts import (
    FOCUS,
    OTHERS,
    PRIVATE,
    PUBLIC,
    SCOTTISH_COUNCILS,
    SECTORS,
    UNKNOWN,
    Bar,
    Caption,
    Centre,
    Dot,
    FunnelPoint,
    Home,
    KeyItem,
    Limit,
    LineSeries,
    Moment,
    Part,
    Picture,
    Share,
    Stack,
    TileArea,
    Town,
    Unit,
    UnitRow,
    bars,
    dot_histogram,
    dot_map,
    funnel,
    lines,
    share_bars,
    stacked_bars,
    tile_map,
    unit_squares,
)
from carewright_engine.provision.answers import AreaProvision, Grid, SectionName, Value
from carewright_engine.provision.counting import RUN_BY
from carewright_engine.provision.kinds_of_care import KIND_BY_KEY, KindOfCare

NOT_SAID: Final = Part("Not said", UNKNOWN)
SHOWN_SUPPLIERS: Final = 8
#: Towns named on a map, those with most services first; more names hide each other.
NAMED_TOWNS: Final = 7
#: The kind of file in which a council lists what no regulator registers.
OWN_LIST: Final = "council_list"
#: A map of tiles shows a nation; fewer councils than these are no nation.
TILES_AT_LEAST: Final = 20
#: So few areas are drawn as bars by name; limits of a funnel need more.
BARS_AT_MOST: Final = 8
LETTERS: Final = re.compile(r"[A-Z]+(?:['’]S\b)?")
AREAS: Final = {
    "council": ("council", "councils"),
    "health_board": ("health board", "health boards"),
    "integration_authority": ("integration authority", "integration authorities"),
}
PERCENT: Final = Unit(after="%", places=0)


@dataclass(frozen=True, slots=True)
class AreaPicture:
    """A picture, the section it belongs to, and the table of the answer that it draws."""

    section: SectionName
    table: str
    picture: Picture


def pictures_of(answer: AreaProvision, *, boundary: object = None) -> tuple[AreaPicture, ...]:
    """Every picture that the answer holds figures for, in the order of its sections."""
    return tuple(_pictures(answer, boundary))


def _pictures(answer: AreaProvision, boundary: object) -> Iterator[AreaPicture]:
    for section in answer.sections:
        for table in section.tables:
            for draw in _DRAWN.get(table.name, ()) if table.rows else ():
                picture = draw(_Subject(answer, table, boundary))
                if picture is not None:
                    yield AreaPicture(section.name, table.name, picture)


@dataclass(frozen=True, slots=True)
class _Subject:
    """A table to be drawn, and what is needed of the rest of the answer."""

    answer: AreaProvision
    table: Grid
    boundary: object

    @property
    def kind(self) -> KindOfCare | None:
        return KIND_BY_KEY.get(self.answer.question.kind or "")

    @property
    def one(self) -> str:
        return self.kind.one if self.kind else "service"

    @property
    def many(self) -> str:
        return self.kind.many if self.kind else "services"

    def caption(self, title: str, how_to_read: str = "", drawn_as: str = "") -> Caption:
        # A picture's name must be its own in a report that shows several kinds of care.
        asked = self.answer.question
        parts = (self.table.name, drawn_as, asked.kind or "all", asked.care_group)
        name = "-".join(filter(None, parts))
        return Caption(name.replace("_", "-"), title, how_to_read=how_to_read)


def _services_by_kind(subject: _Subject) -> Picture | None:
    parts = _parts(subject.table)
    rows = [Stack(_text(r["kind"]), _by_part(r, parts)) for r in subject.table.records()]
    name = subject.answer.question.area.name
    unregistered = any(s.kind == OWN_LIST for s in subject.answer.sources)
    counted = (
        "registrations, and of services on the council’s own list,"
        if unregistered
        else ("registrations")
    )
    children = subject.answer.question.parameters.children_too
    left_out = "" if children else " Childminding, nurseries and children’s homes are left out."
    title = "Services, by kind" if children else "Services for adults, by kind"
    caption = subject.caption(title, f"Count of {counted} in {name}.{left_out}")
    return stacked_bars(caption, parts, rows, rows_are="Kind")


def _lowest_grades(subject: _Subject) -> Picture | None:
    parts = _parts(subject.table)
    rows = [UnitRow(_text(r["grade"]), _by_part(r, parts)) for r in subject.table.records()]
    caption = subject.caption(
        f"Lowest grade of each {subject.one}",
        f"One square is one {subject.one}. It is as good as its weakest graded question.",
    )
    return unit_squares(caption, parts, rows, one_is=subject.one, many_are=subject.many)


def _grade_trend(subject: _Subject) -> Picture | None:
    moments = [
        Moment(_year(r["as_at"]), _hundredths(r["share"]), _text(r["as_at"])[:4])
        for r in subject.table.records()
    ]
    if len(moments) < 2:
        return None
    caption = subject.caption("Graded 4 or better", f"Share of graded {subject.many}")
    series = LineSeries("Graded 4 or better", tuple(moments), PUBLIC)
    return lines(caption, [series], unit=PERCENT, times_are="Date", wide=480)


def _sizes(subject: _Subject) -> Picture | None:
    if subject.kind is not None and subject.kind.measure != "places":
        return None  # where care comes to people, most registers state no places
    parts = _parts(subject.table)
    dots = []
    for record in subject.table.records():
        for part, count in zip(parts, _by_part(record, parts), strict=True):
            dots += [Dot(_number(record["from_places"]), part.name)] * int(count or 0)
    if len(dots) < 3:
        return None
    caption = subject.caption(
        f"Size of {subject.many}", f"One dot is one {subject.one}, in bands of ten places"
    )
    return dot_histogram(
        caption, parts, dots, band=10, axis="Registered places",
        one_is=subject.one, many_are=subject.many, wide=480,
    )  # fmt: skip


def _map(subject: _Subject) -> Picture | None:
    homes = [
        Home(
            _text(r["name"]), _number(r["longitude"]), _number(r["latitude"]),
            _number(r["places"]), _grade(r["grade"]),
        )
        for r in subject.table.records()
    ]  # fmt: skip
    caption = subject.caption(
        f"Where the {subject.many} are", "Area of a circle: places. Colour: lowest grade."
    )
    return dot_map(
        caption, subject.boundary, homes,
        towns=_towns(subject.table), homes_are=subject.one.capitalize(),
    )  # fmt: skip


def _towns(table: Grid) -> tuple[Town, ...]:
    """The towns with most services, each in the middle of them, to find one's way by."""
    spots: dict[str, list[tuple[float, float]]] = {}
    for record in table.records():
        at = _number(record["longitude"]), _number(record["latitude"])
        town = _text(record["town"]).strip()
        # "by Dunfermline" is a farm's address and not a town.
        if record["town"] and town[:1].isupper() and at[0] is not None and at[1] is not None:
            spots.setdefault(town, []).append((at[0], at[1]))
    largest = sorted(spots, key=lambda town: (-len(spots[town]), town))[:NAMED_TOWNS]
    return tuple(
        Town(
            town.title() if town.isupper() else town,
            median(x for x, _ in spots[town]), median(y for _, y in spots[town]),
        )
        for town in largest
    )  # fmt: skip


def _shares(subject: _Subject) -> Picture | None:
    records = subject.table.records()
    measure = _weight(subject.table)
    whole = sum(_number(r[measure]) or 0 for r in records)
    first, rest = records[:SHOWN_SUPPLIERS], records[SHOWN_SUPPLIERS:]
    rows = [_share(r, measure, whole, subject) for r in first]
    if rest:
        left = sum(_number(r[measure]) or 0 for r in rest)
        note = _counted(sum(int(_number(r["services"]) or 0) for r in rest), subject)
        rows.append(Share(f"{len(rest)} others", left, whole, OTHERS, note))
    caption = subject.caption(
        f"Share of {measure}, by group", "Groups joined where two companies are one operator"
    )
    key = (
        KeyItem("square", PUBLIC, "Publicly run"),
        KeyItem("square", PRIVATE, "Not publicly run"),
        KeyItem("square", OTHERS, "All others"),
    )
    return share_bars(
        caption, rows, of_the_whole=False, rows_are="Group", parts_are=measure.capitalize(),
        wholes_are="All", key=key[: 3 if rest else 2],
    )  # fmt: skip


def _weight(table: Grid) -> str:
    """What the table's own shares are of; its places may be sums over those who state them."""
    meaning = next(column.meaning for column in table.columns if column.name == "share")
    return "places" if meaning == "share of places" else "services"


def _share(record: Mapping[str, Value], measure: str, whole: float, subject: _Subject) -> Share:
    note = _counted(int(_number(record["services"]) or 0), subject)
    tone = PUBLIC if record["publicly_run"] == "yes" else PRIVATE
    name = spoken_name(_text(record["supplier"]))
    return Share(name, _number(record[measure]), whole, tone, note)


def _counted(count: int, subject: _Subject) -> str:
    """'10 homes'."""
    return f"{count:,} {subject.one if count == 1 else subject.many}"


def spoken_name(name: str) -> str:
    """A provider's name without the capitals of a form: 'Abbotsford Care Ltd'."""
    if not name.isupper() or " " not in name:
        return name
    return LETTERS.sub(lambda word: _spoken_word(word[0]), name)


def _spoken_word(word: str) -> str:
    spelled_out = len(word) < 3 or not set(word) & set("AEIOUY")
    return word if spelled_out and word not in ("LTD", "MR", "DR", "ST") else word.capitalize()


def _funnel(subject: _Subject) -> Picture | None:
    tables = {table.name: table for table in subject.answer.section("gap").tables}
    limits = tables["funnel_limits"].records() if "funnel_limits" in tables else []
    rate = next((f for f in subject.answer.figures() if f.id.startswith("gap.nation_rate.")), None)
    if rate is None or not isinstance(rate.value, int | float):
        return None
    if not limits:
        return _rates(subject, float(rate.value), rate.words.removeprefix("in "))
    points = [
        FunnelPoint(
            _text(r["area"]), _number(r["people"]), _number(r["rate"]),
            is_named=r["role"] != "asked" and _stands_out(r), is_focus=r["role"] == "asked",
        )
        for r in subject.table.records()
    ]  # fmt: skip
    dispersion = next((f for f in subject.answer.figures() if f.id == "gap.dispersion"), None)
    said = f" (over-dispersion {dispersion.shown})" if dispersion else ""
    area, areas = AREAS.get(subject.answer.question.area.kind, ("area", "areas"))
    caption = subject.caption(
        _rate_title(subject),
        f"Each circle is one of {len(points)} {areas}. Limits allow for real differences between "
        f"{areas}{said}, so only the unusual stand out.",
    )
    nation = rate.words.removeprefix("in ")
    return funnel(
        caption, points, Centre(float(rate.value), f"{nation} {rate.shown}"),
        [_limit("99.8% limits", limits, "998"), _limit("95% limits", limits, "95")],
        sizes_are=subject.table.title.removeprefix("For every 1,000 ").capitalize(),
        rates_are="Rate", points_are=area.capitalize(),
    )  # fmt: skip


def _rates(subject: _Subject, nation: float, name: str) -> Picture | None:
    """Bars by name, never ranked, where there are too few areas for a funnel's limits."""
    records = subject.table.records()
    if any(r["role"] == "comparable" for r in records) and len(records) > BARS_AT_MOST:
        records = [r for r in records if r["role"] != "other"]
    if len(records) > BARS_AT_MOST:
        return None
    rows = [
        Bar(
            _text(r["area"]), _number(r["rate"]), FOCUS if r["role"] == "asked" else OTHERS,
        )
        for r in records
    ]  # fmt: skip
    known = f"{name[:1].upper()}{name[1:]} has {Unit(places=1).say(nation)}."
    read = f"Areas by name, those most alike where there are many. {known}"
    caption = subject.caption(_rate_title(subject), read)
    return bars(caption, rows, unit=Unit(places=1), rows_are="Area", figures_are="Per 1,000")


def _tiles(subject: _Subject) -> Picture | None:
    """Every council the same size in its place, so that no small one is overlooked."""
    records = subject.table.records()
    known = [r for r in records if str(r["code"]) in SCOTTISH_COUNCILS]
    if len(known) < len(records) or len(known) < TILES_AT_LEAST:
        return None
    areas = [
        TileArea(str(r["code"]), _text(r["area"]), _number(r["rate"]), r["role"] == "asked")
        for r in records
    ]
    title = f"{_rate_title(subject)}, council by council"
    caption = subject.caption(title, "One tile is one council, about where it lies.", "tiles")
    return tile_map(
        caption, areas, layout=SCOTTISH_COUNCILS, unit=Unit(places=0),
        areas_are="Council", figures_are="Per 1,000",
    )  # fmt: skip


def _rate_title(subject: _Subject) -> str:
    """'Places per 1,000 people aged 75 and over'."""
    places = subject.kind is not None and subject.kind.measure == "places"
    measure = "Places" if places else "Staff (whole-time equivalent)"
    return subject.table.title.replace("For every 1,000", f"{measure} per 1,000")


def _limit(name: str, limits: list[dict[str, Value]], level: str) -> Limit:
    return Limit(
        name,
        tuple(
            (_known(r["people"]), _known(r[f"lower_{level}"]), _known(r[f"upper_{level}"]))
            for r in limits
        ),
    )


def _stands_out(record: Mapping[str, Value]) -> bool:
    rate = _number(record["rate"])
    low, high = _number(record["lower_95"]), _number(record["upper_95"])
    return None not in (rate, low, high) and not _known(low) <= _known(rate) <= _known(high)


def _parts(table: Grid) -> tuple[Part, ...]:
    """Who runs services; "not said" is drawn only where there is one."""
    unsaid = "not_said" in table.column_names and any(table.column("not_said"))
    return (*SECTORS, NOT_SAID) if unsaid else SECTORS


def _by_part(record: Mapping[str, Value], parts: tuple[Part, ...]) -> tuple[float | None, ...]:
    return tuple(_number(record[column]) for column in RUN_BY[: len(parts)])


def _number(value: Value) -> float | None:
    return None if value is None or isinstance(value, str) else float(value)


def _known(value: Value) -> float:
    return _number(value) or 0.0


def _text(value: Value) -> str:
    return "Not known" if value is None else str(value)


def _grade(value: Value) -> int | None:
    return value if isinstance(value, int) else None


def _hundredths(value: Value) -> float | None:
    share = _number(value)
    return None if share is None else 100 * share


def _year(value: Value) -> float:
    year, month, day = (int(part) for part in str(value).split("-"))
    return year + (month - 1) / 12 + (day - 1) / 365


_DRAWN: Final[Mapping[str, tuple[Callable[[_Subject], Picture | None], ...]]] = {
    "services_by_kind": (_services_by_kind,),
    "lowest_grades": (_lowest_grades,),
    "grade_trend": (_grade_trend,),
    "sizes": (_sizes,),
    "map": (_map,),
    "shares_by_group": (_shares,),
    "rates": (_funnel, _tiles),
}
