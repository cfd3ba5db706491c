"""Whoever writes at the same moment: two prices of one thing never share a day."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import IntegrityError, OperationalError, connection, transaction

from carewright.contract import models
from carewright.platform import api as platform
from tests.factories import contract as given
from tests.factories import platform as make

pytestmark = pytest.mark.django_db(transaction=True)

WRITERS = 4


def line(agreement_id: object, pence: int) -> models.PriceLine:
    """A price as somebody would write it who goes past the actions and their locks."""
    service = models.AgreementService.objects.get(agreement_id=agreement_id)
    return models.PriceLine(
        organisation_id=service.organisation_id, agreement_id=service.agreement_id,
        service=service, unit="visit", minutes=30, pence=pence, starts_on=date(2025, 4, pence),
        written_by_name="Somebody", written_at=make.NOW,
    )  # fmt: skip


def test_of_prices_written_at_once_over_each_other_one_stays(by: platform.Officer) -> None:
    agreement_id = given.whole(by)
    lines = [line(agreement_id, pence) for pence in range(1, WRITERS + 1)]
    gate = Barrier(WRITERS)

    def written(each: models.PriceLine) -> bool:
        try:
            with transaction.atomic():
                gate.wait(timeout=30)
                each.save()
        except IntegrityError as refused:
            return "price_line_overlaps_no_other" not in str(refused)
        except OperationalError as refused:  # of two that wait for each other the database ends one
            return "deadlock detected" not in str(refused)
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(WRITERS) as threads:
        came = list(threads.map(written, lines))
    assert came.count(True) == 1
    assert models.PriceLine.objects.filter(unit="visit").count() == 1


def test_a_price_that_ends_on_the_day_the_next_begins_is_no_overlap(by: platform.Officer) -> None:
    agreement_id = given.whole(by)
    first, second = line(agreement_id, 1), line(agreement_id, 2)
    first.ends_before = second.starts_on
    first.save()
    second.save()
    with pytest.raises(IntegrityError, match="price_line_overlaps_no_other"):
        line(agreement_id, 3).save()
