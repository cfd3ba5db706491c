"""Background work of foreseeing need."""

from __future__ import annotations

from typing import Final, Unpack
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import now
from procrastinate import JobContext
from procrastinate.contrib.django import app

from carewright.foresee import api as foresee
from carewright.platform import api as platform
from carewright_engine.demand.refusing import BadParameter
from carewright_engine.demand.scenarios.assembling import CannotProject

BY: Final = platform.Operator("News of scenarios")


def queue_projection(projection_id: UUID, job_id: UUID, *, by: platform.Officer) -> None:
    """Hands a projection to the worker; it begins once the present transaction has ended."""
    project_in_background.defer(
        projection_id=str(projection_id), **platform.who_asked(job_id, by=by)
    )


@app.task(
    name="foresee.project", retry=platform.WHEN_THE_DATABASE_IS_BACK, queue=platform.LONG_WORK,
    pass_context=True,
)  # fmt: skip
def project_in_background(
    context: JobContext, *, projection_id: str, **asked: Unpack[platform.Asked]
) -> None:
    """Works a projection out, telling the page how far it is."""
    made = UUID(projection_id)

    def work(by: platform.Officer, progress: platform.Progress, end: platform.End) -> None:
        foresee.answer_projection(
            projection_id=made, by=by, at=now(), news=progress,
            in_the_end=lambda: end("Ready to read."),
        )  # fmt: skip

    platform.carry_out(
        work, asked, clock=now, retries=context.job.attempts,
        in_words={
            CannotProject: _what_is_missing, foresee.FactsHaveChanged: str,
            BadParameter: _what_does_not_fit,
        },
        result=platform.Result(
            "projection", made, reverse("foresee:projection", args=[made]),
            tells_what_was_asked=True,
        ),
    )  # fmt: skip


@app.task(name=foresee.TELL_JOB, retry=platform.WHEN_THE_DATABASE_IS_BACK)
def tell_of_version(
    *, scenario_id: str, version: int, by_name: str, but: str, deciders: str,
    organisation_id: str,
) -> None:  # fmt: skip
    """Tells one organisation that a scenario is another one now."""
    told = UUID(organisation_id)
    with platform.acting_for(told):
        foresee.tell_of_version(
            scenario_id=UUID(scenario_id), version=version, by_name=by_name, but=UUID(but),
            deciders=frozenset(map(UUID, deciders.split())), organisation_id=told, by=BY, at=now(),
        )  # fmt: skip


#: What a question or a lever calls its fields, in the words of the forms that ask for them.
CALLED: Final = {
    "from_year": "the year from which it works", "fit_from": "the year to fit from",
    "support": "the kind of support", "areas": "one of the areas", "bands": "one of the ages",
    "variant": "the variant of the population", "hours_a_week": "the hours a week of each person",
    "stop_for_ten_pounds": "how many stop for every £10", "people_at": "the people at each level",
}  # fmt: skip


def _what_does_not_fit(bad: BadParameter) -> str:
    """'Lever 1 (Home instead), the year from which it works: 2019 is not possible; …'."""
    about, _comma, field = bad.field.rpartition(", ")
    called = ", ".join(filter(None, (about, CALLED.get(field, field))))
    called = f"{called[:1].upper()}{called[1:]}"
    return f"{called}: {bad.said} is not possible; it must be {bad.wanted}."


def _what_is_missing(cannot: CannotProject) -> str:
    return f"{cannot.words} What would fill it: {cannot.what_would_fill_it}"
