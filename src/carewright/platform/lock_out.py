"""Counts failed sign-ins by address, for all processes together and exactly."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.crypto import salted_hmac

from carewright.platform import models
from carewright.platform.rules.lock_out import Tries, after_another


@transaction.atomic
def take_a_try(email: str, *, at: datetime) -> Tries | None:
    """Counts a try before the password is looked at; None when the address is locked.

    The row is locked meanwhile, so a hundred tries at the same moment are five tries and no more.
    """
    digest = address_digest(email)
    models.SignInLock.objects.bulk_create(
        [models.SignInLock(address_digest=digest, first_at=at)], ignore_conflicts=True
    )
    kept = models.SignInLock.objects.select_for_update().get(pk=digest)
    tries = Tries(kept.failures, kept.first_at, kept.locked_until)
    if tries.locked(at):
        return None
    counted = after_another(tries, at)
    kept.failures, kept.locked_until = counted.failures, counted.locked_until
    kept.first_at = counted.first_at or at
    kept.save()
    return counted


def forget_tries(email: str) -> bool:
    """Whoever got in is no guesser, and whoever an administrator vouches for may try again."""
    return bool(models.SignInLock.objects.filter(pk=address_digest(email)).delete()[0])


def locked_digests(*, at: datetime) -> frozenset[str]:
    """Every address that is locked now, as its digest."""
    found = models.SignInLock.objects.filter(locked_until__gt=at)
    return frozenset(found.values_list("address_digest", flat=True))


def address_digest(email: str) -> str:
    """An address as it is kept here: the same address has the same digest, and none leads back."""
    address = email.strip().casefold()
    return salted_hmac("carewright.sign_in_lock", address, algorithm="sha256").hexdigest()
