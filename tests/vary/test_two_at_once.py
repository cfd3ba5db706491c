"""Two officers at the same moment: a variation changes the agreement once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connection

from carewright.contract.api import CannotDo
from carewright.platform import api as platform
from carewright.vary import api as vary
from tests.factories import contract as contracts
from tests.factories import platform as make
from tests.factories import vary as given

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_two_officers_who_apply_at_once_one_does(
    by: platform.Officer, second: platform.Officer, agreement_id: UUID
) -> None:
    variation_id, gate = given.signed(agreement_id, by), Barrier(2)

    def applied(officer: platform.Officer) -> bool:
        try:
            gate.wait(timeout=30)
            with platform.acting_for(officer.organisation.id):
                vary.apply_variation(
                    variation_id=variation_id, by=officer, at=make.NOW + timedelta(hours=4)
                )
        except CannotDo as refused:
            assert "has been applied already" in str(refused)  # noqa: PT017
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(applied, (by, second))) == [False, True]
    assert contracts.read(agreement_id, by).wording.value_pence == 10_500_000
