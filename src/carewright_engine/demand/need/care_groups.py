"""Every care group by name: which published source tells how many there are, or which would.

A group without a source is shown as such. It is never left out, and never read as no need.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import polars as pl


@dataclass(frozen=True, slots=True)
class Missing:
    """No file that is held tells this; `file` is the one that would."""

    group: str
    file: str

    def __str__(self) -> str:
        return f"{self.group}: not known. A file that would tell: {self.file}."


@dataclass(frozen=True, slots=True)
class Source:
    """Where the activity table holds a group: the kind, what divides it, and the ages."""

    kind: str
    says: str  # what is counted, in words
    mentions: str = ""  # words within what divides the kind; none: the whole
    ages: tuple[str, ...] = ()  # none: any


@dataclass(frozen=True, slots=True)
class CareGroup:
    """People whom support is planned for together."""

    key: str
    name: str
    sources: tuple[Source, ...]
    would_tell: str  # the file that fills what no source holds


@dataclass(frozen=True, slots=True)
class Held:
    """Which sources of a group the files at hold hold, and which file would tell the rest."""

    group: CareGroup
    sources: tuple[Source, ...]

    @property
    def missing(self) -> Missing | None:
        """What is not known when no source is held."""
        return None if self.sources else Missing(self.group.name, self.group.would_tell)


OLDER: Final = ("65-74", "75-84", "85+", "65+")
ADULT: Final = ("18-64",)
CHILD: Final = ("0-17",)
SURVEY: Final = (
    "Public Health Scotland's source social care records, or England's client level data, by "
    "client group"
)


def _in_england(reason: str) -> tuple[Source, ...]:
    """England's returns count weeks and hours by primary support reason, not people."""
    return (
        Source("residential", "weeks of residential care in England", reason),
        Source("nursing", "weeks of nursing care in England", reason),
        Source("care_at_home", "hours of care at home in England", reason),
    )


CARE_GROUPS: Final = (
    CareGroup(
        "older_people",
        "Older people",
        (
            Source("care_at_home", "people with care at home", ages=OLDER),
            Source("care_home", "people in care homes whom councils support", ages=OLDER),
            Source("people_supported", "people whom councils support", ages=OLDER),
            Source("telecare", "people with alarms or telecare", ages=OLDER),
        ),
        "care at home by council and age",
    ),
    CareGroup(
        "working_age",
        "Adults under 65",
        (
            Source("care_at_home", "people with care at home", ages=ADULT),
            Source("care_home", "people in care homes whom councils support", ages=ADULT),
            Source("people_supported", "people whom councils support", ages=ADULT),
        ),
        "care at home by council and age",
    ),
    CareGroup(
        "children",
        "Children and young people",
        (
            Source("care_at_home", "children with care at home", ages=CHILD),
            Source("people_supported", "children whom social care supports", ages=CHILD),
        ),
        "Scotland's children's social work statistics, or England's children in need census",
    ),
    CareGroup(
        "learning_disability",
        "People with a learning disability",
        _in_england("learning disab"),
        "Learning Disability Statistics Scotland (adults by council and age), or England's "
        "short and long term support returns by primary support reason",
    ),
    CareGroup(
        "mental_health", "People with poor mental health", _in_england("mental health"), SURVEY
    ),
    CareGroup("dementia", "People with dementia", (), "dementia diagnoses by practice or council"),
    CareGroup(
        "physical_sensory",
        "People with a physical disability or sensory loss",
        _in_england("physical"),
        SURVEY,
    ),
    CareGroup("autism", "Autistic people", (), SURVEY),
    CareGroup(
        "substance_use",
        "People who use drugs or alcohol",
        (),
        "Scotland's drug and alcohol information system, by council",
    ),
    CareGroup(
        "palliative", "People at the end of life", (), "deaths by place, palliative care registers"
    ),
    CareGroup(
        "carers",
        "Unpaid carers",
        (Source("unpaid_care", "people who give unpaid care", "hours"),),
        "the census's table of unpaid care by age and council",
    ),
    CareGroup(
        "leaving_hospital",
        "People waiting to leave hospital",
        (Source("delayed_discharge", "days in hospital after being ready to leave"),),
        "delayed discharges by council and month",
    ),
    CareGroup(
        "hospital_admissions",
        "People admitted to hospital in an emergency",
        (),
        "emergency admissions by council, age and quarter (Public Health Scotland, acute activity; "
        "or NHS England, hospital episode statistics)",
    ),
    CareGroup(
        "homeless", "People who are homeless", (), "homelessness applications by council (HL1)"
    ),
)  # fmt: skip


def held(activity: pl.DataFrame) -> tuple[Held, ...]:
    """Every care group, with those of its sources that the table holds a figure of."""
    known = activity.filter(pl.col("value").is_not_null())
    there = set(known.select("kind", "detail", "age_band").unique().iter_rows())
    return tuple(
        Held(group, tuple(each for each in group.sources if _is_there(each, there)))
        for group in CARE_GROUPS
    )


def _is_there(source: Source, there: Collection[tuple[str, str, str]]) -> bool:
    return any(
        kind == source.kind
        and (source.mentions in detail.lower() if source.mentions else not detail)
        and (not source.ages or age in source.ages)
        for kind, detail, age in there
    )
