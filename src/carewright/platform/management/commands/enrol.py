"""Opens an organisation where it is missing and enrols a person in it: the way into a new house."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.text import slugify
from django.utils.timezone import localdate, now

from carewright.platform import api as platform
from carewright.platform.web.invitations import password_path

OPERATOR = platform.Operator()


class Command(BaseCommand):
    """`enrol --organisation "Name" --email person@example.org --role commissioner`."""

    help = (
        "Enrol a person in an organisation, opening the organisation where it is missing, "
        "and print a link with which they choose a password."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What the operator says."""
        kinds = [kind.value for kind in platform.OrganisationKind]
        roles = [role.value for role in platform.Role]
        parser.add_argument("--organisation", required=True, help="Its name, as people write it")
        parser.add_argument("--kind", choices=kinds, default="council")
        parser.add_argument("--area-code", help="Statistical code of the area that it covers")
        parser.add_argument("--email", required=True)
        parser.add_argument("--name", default="", help="The person's name; needed the first time")
        parser.add_argument("--job-title", default="Officer")
        parser.add_argument("--role", action="append", default=[], choices=roles, metavar="ROLE")
        parser.add_argument("--address", default=_address(), help="Where people reach the service")

    def handle(self, *args: Any, **options: Any) -> None:
        """Does it, and prints the link."""
        try:
            organisation = _organisation(options)
            with platform.acting_for(organisation.id):
                officer_id = _officer_id(organisation, options)
                for role in options["role"]:
                    _grant(officer_id, platform.Role(role))
        except (platform.CannotOpen, platform.CannotEnrol) as refused:
            raise CommandError(str(refused)) from None
        account = platform.account_by_email(options["email"])
        self.stdout.write(
            f"{options['email']} is enrolled in {organisation.name}. "
            "This link lets the person choose a password, once, within three days:\n"
            f"{options['address'].rstrip('/')}{password_path(account)}"
        )


def _address() -> str:
    environment = settings.ENVIRONMENT
    scheme = "https" if settings.HTTPS else "http"
    return f"{scheme}://{environment.host}:{environment.port}"


def _organisation(options: dict[str, Any]) -> platform.Organisation:
    for known in platform.organisations():
        if known.name == options["organisation"]:
            return known
    return platform.open_organisation(
        kind=platform.OrganisationKind(options["kind"]),
        name=options["organisation"],
        slug=slugify(options["organisation"]),
        area_code=options["area_code"],
        by=OPERATOR,
        at=now(),
    )


def _officer_id(organisation: platform.Organisation, options: dict[str, Any]) -> UUID:
    """The person's office; asked again for the same person, the one that exists."""
    known = platform.officer_with(options["email"], organisation_id=organisation.id)
    return known or platform.enrol_officer(
        organisation_id=organisation.id,
        email=options["email"],
        name=options["name"],
        job_title=options["job_title"],
        by=OPERATOR,
        at=now(),
    )


def _grant(officer_id: UUID, role: platform.Role) -> None:
    try:
        platform.grant_role(
            officer_id=officer_id, role=role, starts_on=localdate(), by=OPERATOR, at=now()
        )
    except platform.CannotGrant as refused:
        raise CommandError(str(refused)) from None
