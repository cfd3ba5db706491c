"""A small installation in which organisations of every kind hold something, and some is shared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Final
from uuid import UUID

from django.apps import apps

from carewright.platform import api as platform
from carewright.platform import models
from carewright.platform.api import Capacity, Ground, OrganisationKind, Role, SharedKind
from carewright.register import api as register
from carewright_engine.provision.areas import AreaRef
from tests.authorisation.decisions import asked_by
from tests.authorisation.letters import written_by
from tests.authorisation.papers import brought_by
from tests.factories import analyse as ask
from tests.factories import contract as contracts
from tests.factories import contract_imports, lost, people, scenarios, teams, together
from tests.factories import cost as costs
from tests.factories import follow_up as following
from tests.factories import foresee as need
from tests.factories import keep_to as keeping
from tests.factories import plan as sourcing
from tests.factories import platform as make
from tests.factories import register as files
from tests.factories import uplift as uplifts
from tests.factories import vary as changes
from tests.factories.capacity import reported
from tests.factories.directions import directed_by

ON: Final = date(2022, 3, 31)
DAY: Final = ON.isoformat()

#: Who imports and analyses where an organisation of the kind has anybody who may.
AT_WORK: Final = {
    OrganisationKind.COUNCIL: Role.COMMISSIONER,
    OrganisationKind.HEALTH_BOARD: Role.COMMISSIONER,
    OrganisationKind.INTEGRATION_AUTHORITY: Role.JOINT_COMMISSIONER,
    OrganisationKind.REGIONAL: Role.REGIONAL_COORDINATOR,
    OrganisationKind.NATIONAL: Role.MARKET_ANALYST,
}
#: Each holds services of a council of its own, so that no two hold the same.
AREAS: Final = {
    "home": ("Fife", "S12000047"), "stranger": ("Angus", "S12000041"),
    "board": ("Moray", "S12000020"), "joint": ("Highland", "S12000017"),
    "region": ("Stirling", "S12000030"), "nation": ("Falkirk", "S12000014"),
    "provider": ("Dundee City", "S12000042"), "partner": ("Dumfries and Galloway", "S12000006"),
    "everybody": ("Scottish Borders", "S12000026"),
}  # fmt: skip
KINDS: Final = {
    "home": OrganisationKind.COUNCIL, "stranger": OrganisationKind.COUNCIL,
    "partner": OrganisationKind.COUNCIL,
    "board": OrganisationKind.HEALTH_BOARD, "joint": OrganisationKind.INTEGRATION_AUTHORITY,
    "region": OrganisationKind.REGIONAL, "nation": OrganisationKind.NATIONAL,
    "provider": OrganisationKind.PROVIDER, "care_board": OrganisationKind.INTEGRATED_CARE_BOARD,
    "interface": OrganisationKind.VOLUNTARY_SECTOR_INTERFACE,
    "carers": OrganisationKind.CARERS_CENTRE,
}  # fmt: skip
#: Who opens a record, and by what right; nobody's yes is needed for these.
OPENED_BY: Final = {
    Capacity.PERSON: Ground.SELF, Capacity.CARER: Ground.SELF,
    Capacity.ADVOCATE: Ground.ADVOCACY_APPOINTMENT,
}  # fmt: skip


def canary(whose: str) -> str:
    """A word that stands in everything an organisation holds, and nowhere else."""
    return f"Zq{whose}qz"


@dataclass
class Holding:
    """What one organisation holds, or with `everybody` all of them: an id for each parameter."""

    whose: str
    organisation: platform.Organisation | None
    ids: dict[str, str] = field(default_factory=dict)
    #: Who opens the person's record, by what they are to the person.
    let_in: dict[Capacity, str] = field(default_factory=dict)
    #: Files in other states than imported, for the acts that need them so.
    in_state: dict[str, str] = field(default_factory=dict)

    def arguments(self, route: str, parameters: tuple[str, ...]) -> dict[str, str] | None:
        """What fills a route's address; None when the organisation holds no such thing."""
        known = {**self.ids, **PLAIN}
        if state := STATE_FOR.get(route):
            known["dataset_id"] = self.in_state.get(state, known.get("dataset_id", ""))
        if route == "platform:cancel_job":
            known["job_id"] = self.ids.get("waiting_job", "")
        if any(not known.get(each) for each in parameters):
            return None
        return {each: known[each] for each in parameters}


#: Parts of addresses that belong to nobody.
PLAIN: Final = {
    "as_at": DAY, "figure_id": "capacity.places", "name": "run_by", "form": "csv",
    "table": "amount",
    "section": "background", "part": "background", "number": "1",
    "uplift_step": "agree", "paper": "letter", "draft_step": "formula",
    "variation_step": "withdraw", "exit_step": "count", "exemption_step": "told",
    "sourcing_step": "needs", "sourcing_option": "grant", "sourcing_part": "advice",
    "step": "service", "check": "SIGNED", "version": "1",
    "which": "doubtful", "provider_id": "work", "uidb36": "1", "key": "no-such-key",
    "pk": "1", "organisation_id": "00000000-0000-4000-8000-000000000000",
    "token": "no-such-token", "kind": "prevention",
    "reference": "00000000-0000-4000-8000-000000000000",
}  # fmt: skip
#: In which state a file must be for an act upon it to make sense.
STATE_FOR: Final = {
    "register:read": "uploaded", "register:explain": "unreadable", "register:import": "read",
    "register:discard": "read",
}  # fmt: skip


class World:
    """Every holding, made through actions as people and the operator do them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.holdings: dict[str, Holding] = {"everybody": self._shared()}
        for whose, kind in KINDS.items():
            self.holdings[whose] = self._held_by(whose, kind)
        shared_between(self.organisation("partner"), self.organisation("home"))

    def organisation(self, whose: str) -> platform.Organisation:
        """The organisation behind a holding."""
        found = self.holdings[whose].organisation
        assert found is not None
        return found

    def officer(self, whose: str, *roles: Role) -> platform.Officer:
        """Somebody new in an organisation, enrolled by the operator and given the roles."""
        organisation = self.organisation(whose)
        with platform.acting_for(organisation.id):
            return enrolled(organisation, *roles)

    def _shared(self) -> Holding:
        held = Holding("everybody", None)
        dataset_id = files.imported(make.OPERATOR, self._register("everybody"), shared=True)
        found = register.dataset_for_operator(dataset_id)
        held.ids |= services_of("everybody", dataset_id, found.sha256)
        held.in_state["read"] = str(
            files.read(make.OPERATOR, self._register("everybody", 2023), shared=True)
        )
        held.in_state["uploaded"] = str(
            files.given(make.OPERATOR, self._register("everybody", 2024), shared=True)
        )
        held.ids["document_id"] = str(document(None))
        return held

    def _held_by(self, whose: str, kind: OrganisationKind) -> Holding:
        organisation = platform.open_organisation(
            kind=kind, name=f"{canary(whose)} Body", slug=whose, by=make.OPERATOR, at=make.NOW
        )
        held = Holding(whose, organisation)
        held.ids["organisation"] = str(organisation.id)
        held.ids |= together.held_by(organisation) | lost.held_by(organisation)
        held.ids |= teams.held_by(organisation)
        with platform.acting_for(organisation.id):
            held.ids["document_id"] = str(document(organisation.id))
            held.ids["event_id"] = str(an_event(organisation.id))
            held.ids["officer_id"] = str(enrolled(organisation).id)
            held.ids["group_role_id"] = str(group_role_of(organisation))
            held.ids["invitation_id"] = str(invited_to(organisation))
            if kind in AT_WORK:
                self._works(held, enrolled(organisation, AT_WORK[kind]))
        return held

    def _works(self, held: Holding, by: platform.Officer) -> None:
        held.ids["person_id"] = str(people.person(by.organisation.id, canary(held.whose)))
        if worker := enrolled_beside(by):
            self._lets_in(held, worker)
        self._gives_files(held, by)
        held.ids["report_id"] = str(reported(by, source=f"A letter from {canary(held.whose)}"))
        held.ids["direction_id"] = str(directed_by(by, canary(held.whose)))
        self._decides(held, by)
        self._analyses(held, by)
        self._foresees(held, by)
        if platform.may(by, platform.Act.WRITE_PAPER):
            held.ids |= brought_by(by, canary(held.whose))
        if platform.may(by, platform.Act.WRITE_SOURCING):
            held.ids |= sourcing.held_by(by, canary(held.whose))
        if platform.may(by, platform.Act.WRITE_TEMPLATE):
            held.ids |= written_by(by, canary(held.whose))
        if platform.may(by, platform.Act.WRITE_AGREEMENT):
            held.ids |= contracts.held_by(by, canary(held.whose))
            agreement_id = UUID(held.ids["agreement_id"])
            held.ids |= changes.held_by(by, canary(held.whose), agreement_id)
            held.ids |= keeping.held_by(by, UUID(held.ids["agreement_id"]))
            held.ids |= uplifts.held_by(by, canary(held.whose))
        if platform.may(by, platform.Act.RECORD_COSTS):
            held.ids |= costs.held_by(by, canary(held.whose))
        if platform.may(by, platform.Act.IMPORT_AGREEMENTS):
            held.ids |= contract_imports.held_by(by, self.folder, canary(held.whose))
        if platform.may(by, platform.Act.REQUEST_APPROVAL):
            held.ids |= asked_by(by, canary(held.whose))
        held.ids |= following.held_by(by, canary(held.whose))
        held.ids |= scenarios.held_by(by, canary(held.whose))

    def _lets_in(self, held: Holding, worker: platform.Officer) -> None:
        """The person, a carer and an advocate; and somebody who waits for the person's yes."""
        person_id = UUID(held.ids["person_id"])
        asks = str(people.access(person_id, worker))
        held.ids["access_id"] = held.ids["other_id"] = asks
        for capacity, ground in OPENED_BY.items():
            held.let_in[capacity] = str(people.access(person_id, worker, capacity, ground))

    def _gives_files(self, held: Holding, by: platform.Officer) -> None:
        dataset_id = files.imported(by, self._register(held.whose))
        sha256 = register.dataset(dataset_id, seen_by=by).sha256
        held.ids |= services_of(held.whose, dataset_id, sha256)
        held.in_state["read"] = str(files.read(by, self._register(held.whose, 2023)))
        held.in_state["uploaded"] = str(files.given(by, self._register(held.whose, 2024)))
        nothing = self.folder / f"{canary(held.whose)}.csv"
        nothing.write_text("nothing,of,the,kind\n")
        held.in_state["unreadable"] = str(files.read(by, nothing, kind="care_inspectorate"))

    def _decides(self, held: Holding, by: platform.Officer) -> None:
        why = f"{canary(held.whose)} said so in a letter"
        said = {"reason": why, "by": by, "at": make.NOW}
        service = held.ids["service_id"]
        register.correct_value(
            service_id=service, as_at=ON, column="places", new_value="44", **said
        )
        mine = [c for c in register.corrections(seen_by=by) if c.service_id == service]
        held.ids["correction_id"] = str(mine[0].id)
        register.confirm_who_runs(service_ids=[service], public_class="council", **said)
        own = [
            group
            for group in register.group_proposals(seen_by=by)
            if held.whose in group.group_id.casefold()
        ]
        held.ids["group_id"] = own[0].group_id
        register.confirm_group(
            group_id=own[0].group_id, group_name=own[0].group_name, is_one=True, **said
        )

    def _analyses(self, held: Holding, by: platform.Officer) -> None:
        name, code = AREAS[held.whose]
        area = AreaRef("council", code, name, (code,))
        held.ids["run_id"] = str(ask.answered(by, ask.question(area=area)))
        waiting = platform.ask_for_job(
            organisation_id=by.organisation.id, kind="analyse.run",
            title=f"Analysing {canary(held.whose)}", by=by, at=make.NOW,
        )  # fmt: skip
        held.ids["job_id"] = held.ids["waiting_job"] = str(waiting.id)

    def _foresees(self, held: Holding, by: platform.Officer) -> None:
        held.ids["projection_id"] = str(need.answered(by, name=canary(held.whose)))

    def _register(self, whose: str, year: int = 2022) -> Path:
        council, _ = AREAS[whose]
        number = 1 + list(AREAS).index(whose)
        common = {"Council_Area_Name": council, "Datazone": "", "Service_Postcode": ""}
        word = canary(whose)
        changes = (
            {"ServiceType": "Local Authority", "ServiceProvider": f"{council} Council"},
            {"ServiceProvider": f"{word} Homes Limited", "SP_number": f"SP{number}1"},
            {"ServiceProvider": f"{word} Homes (No. 2) Limited", "SP_number": f"SP{number}2"},
            {"ServiceProvider": f"{word} Care Limited", "MinGrade": "9"},  # which is doubtful
        )
        return files.datastore(
            self.folder,
            *(
                {**common, **change, "CSNumber": service_of(whose, place),
                 "ServiceName": f"{word} House {place}"}
                for place, change in enumerate(changes)
            ),
            name=f"{word}_{year}-03-31.csv",
        )  # fmt: skip


def shared_between(owner: platform.Organisation, partner: platform.Organisation) -> None:
    """All that partners may share at all, the owner shares, as far as sharing goes."""
    lead, other = (enrolled(each) for each in (owner, partner))
    everything = {kind: max(platform.Level, key=list(platform.Level).index) for kind in SharedKind}
    joint = together.partnership(lead, other, shared=everything)
    for model in apps.get_models():
        named = {each.name for each in model._meta.get_fields()}
        if {"partnership_id", "organisation"} <= named:
            model._default_manager.filter(organisation_id=owner.id).update(partnership_id=joint)


def service_of(whose: str, place: int = 0) -> str:
    """The number of one of an organisation's services."""
    return f"CS2003{1 + list(AREAS).index(whose):03d}{place:03d}"


def an_event(organisation_id: UUID) -> UUID:
    """An event of an organisation's record; filing its document has written one."""
    found = models.AuditEvent.objects.filter(organisation_id=organisation_id)
    return found.values_list("id", flat=True).order_by("written_at")[0]


def services_of(whose: str, dataset_id: UUID, sha256: str) -> dict[str, str]:
    """The ids by which an imported file and its services are known."""
    return {
        "dataset_id": str(dataset_id), "sha256": sha256, "service_id": service_of(whose),
        "council_code": AREAS[whose][1],
    }  # fmt: skip


def document(organisation_id: UUID | None) -> UUID:
    """A kept file."""
    return platform.file_document(
        name="letter.txt", content=BytesIO(b"A letter."), content_type="text/plain",
        retention=platform.Retention.PERMANENT, organisation_id=organisation_id,
        by=make.OPERATOR, at=make.NOW,
    ).id  # fmt: skip


def invited_to(organisation: platform.Organisation) -> UUID:
    """Somebody who was invited to work there and has not answered."""
    return platform.invite(
        kind=platform.InvitationKind.OFFICER, name=f"{canary(organisation.slug)} Invited",
        email="invited@example.org", roles=sorted(platform.ROLES_OF_KIND[organisation.kind])[:1],
        by=enrolled(organisation, Role.SYSTEM_ADMINISTRATOR), at=make.NOW,
    ).id  # fmt: skip


def group_role_of(organisation: platform.Organisation) -> UUID:
    """A line that lets a group of the employer's sign-in give a role."""
    return platform.let_group_give(
        group=canary(organisation.slug), role=sorted(platform.ROLES_OF_KIND[organisation.kind])[0],
        administrator_declared=True,
        by=enrolled(organisation, Role.SYSTEM_ADMINISTRATOR), at=make.NOW,
    )  # fmt: skip


def enrolled(organisation: platform.Organisation, *roles: Role) -> platform.Officer:
    """A person whom the operator enrols and gives roles."""
    number = next(make._numbers)
    officer_id = platform.enrol_officer(
        organisation_id=organisation.id, email=f"officer{number}@example.org",
        name=f"Officer {number}", job_title="Officer", by=make.OPERATOR, at=make.NOW,
    )  # fmt: skip
    for role in roles:
        platform.grant_role(
            officer_id=officer_id, role=role, starts_on=date(2020, 1, 1), by=make.OPERATOR,
            at=make.NOW,
        )  # fmt: skip
    return platform.officer(officer_id, on=make.TODAY)


def enrolled_beside(by: platform.Officer) -> platform.Officer | None:
    """A social worker of the same organisation, where it may have one."""
    if Role.SOCIAL_WORKER not in platform.ROLES_OF_KIND[by.organisation.kind]:
        return None
    return enrolled(by.organisation, Role.SOCIAL_WORKER)


def home_of(role: Role) -> str:
    """The holding of the first kind of organisation that has the role."""
    kinds: Mapping[OrganisationKind, frozenset[Role]] = platform.ROLES_OF_KIND
    return next(whose for whose, kind in KINDS.items() if role in kinds[kind])
