"""The only door of the register stage."""

from carewright.register.actions.add_person import CannotAdd, add_person
from carewright.register.actions.ask_to_read import ask_to_import, ask_to_read
from carewright.register.actions.bring_in_people import bring_in_people
from carewright.register.actions.decide import (
    DecisionRefused,
    confirm_group,
    confirm_who_runs,
    correct_value,
    withdraw_correction,
)
from carewright.register.actions.import_dataset import (
    AlreadyImported,
    discard_dataset,
    import_dataset,
    undo_import,
)
from carewright.register.actions.let_in import let_in
from carewright.register.actions.look import (
    CannotOpen,
    PurposeNeeded,
    look_at_person,
    open_person,
)
from carewright.register.actions.open_own_record import open_own_record
from carewright.register.actions.reach import CannotDo
from carewright.register.actions.read_dataset import read_dataset
from carewright.register.actions.report_capacity import report_capacity, take_back_capacity
from carewright.register.actions.upload_file import explain_file, upload_file
from carewright.register.policies import may_change
from carewright.register.queries.addresses import address_of_rows
from carewright.register.queries.capacity import (
    areas_of_capacity,
    capacities_for,
    capacity_report,
    capacity_reports,
)
from carewright.register.queries.decisions import correction, corrections, public_run_proposals
from carewright.register.queries.files import (
    anything_imported,
    dataset,
    dataset_for_operator,
    dataset_row,
    dataset_with_digest,
    datasets,
    doubtful_and_refused,
    imported_copy_of,
    imported_twin_of,
    is_imported,
    kept_tables,
    open_file,
    published_rows,
    rows_read,
)
from carewright.register.queries.inputs import (
    contracts_listed,
    group_proposal,
    group_proposals,
    inputs_for,
    outlines_of,
    tables_in_use,
)
from carewright.register.queries.people import (
    LATEST,
    activity_of,
    areas_of_people,
    beginning_with,
    found_people,
    is_known,
    looks_at,
    people,
    person_reference,
    references,
)
from carewright.register.queries.providers import known_providers, provider, providers
from carewright.register.queries.searching import found_files, found_services
from carewright.register.queries.services import (
    councils_with_services,
    days_with_services,
    places_and_days,
    published_values,
    readings_of,
    services,
    services_in_rows,
)
from carewright.register.rows import (
    Activity,
    CapacityReport,
    Correction,
    Dataset,
    FoundService,
    GroupProposal,
    Look,
    OpenPerson,
    OwnRecord,
    Person,
    PlacesAndDays,
    Provider,
    PublicRunProposal,
    PublishedRow,
    Reading,
)
from carewright.register.rules.capacity import IN_WORDS as MEASURES_IN_WORDS
from carewright.register.rules.capacity import MEASURES, SUPPORTS, CapacityFrom
from carewright.register.rules.corrections import (
    CHOICES,
    CORRECTABLE,
    as_stored,
    blockers_to_correct,
)
from carewright.register.rules.ledger import DECISIONS, in_words
from carewright.register.rules.life_of_a_dataset import MOVES, DatasetState
from carewright.register.rules.people import AGE_BANDS, CARE_GROUPS, NEED_LEVELS, as_reference
from carewright.register.rules.purposes import TERMS, Purpose, purposes_of

__all__ = [
    "AGE_BANDS",
    "CARE_GROUPS",
    "CHOICES",
    "CORRECTABLE",
    "DECISIONS",
    "LATEST",
    "MEASURES",
    "MEASURES_IN_WORDS",
    "MOVES",
    "NEED_LEVELS",
    "SUPPORTS",
    "TERMS",
    "Activity",
    "AlreadyImported",
    "CannotAdd",
    "CannotDo",
    "CannotOpen",
    "CapacityFrom",
    "CapacityReport",
    "Correction",
    "Dataset",
    "DatasetState",
    "DecisionRefused",
    "FoundService",
    "GroupProposal",
    "Look",
    "OpenPerson",
    "OwnRecord",
    "Person",
    "PlacesAndDays",
    "Provider",
    "PublicRunProposal",
    "PublishedRow",
    "Purpose",
    "PurposeNeeded",
    "Reading",
    "activity_of",
    "add_person",
    "address_of_rows",
    "anything_imported",
    "areas_of_capacity",
    "areas_of_people",
    "as_reference",
    "as_stored",
    "ask_to_import",
    "ask_to_read",
    "beginning_with",
    "blockers_to_correct",
    "bring_in_people",
    "capacities_for",
    "capacity_report",
    "capacity_reports",
    "confirm_group",
    "confirm_who_runs",
    "contracts_listed",
    "correct_value",
    "correction",
    "corrections",
    "councils_with_services",
    "dataset",
    "dataset_for_operator",
    "dataset_row",
    "dataset_with_digest",
    "datasets",
    "days_with_services",
    "discard_dataset",
    "doubtful_and_refused",
    "explain_file",
    "found_files",
    "found_people",
    "found_services",
    "group_proposal",
    "group_proposals",
    "import_dataset",
    "imported_copy_of",
    "imported_twin_of",
    "in_words",
    "inputs_for",
    "is_imported",
    "is_known",
    "kept_tables",
    "known_providers",
    "let_in",
    "look_at_person",
    "looks_at",
    "may_change",
    "open_file",
    "open_own_record",
    "open_person",
    "outlines_of",
    "people",
    "person_reference",
    "places_and_days",
    "provider",
    "providers",
    "public_run_proposals",
    "published_rows",
    "published_values",
    "purposes_of",
    "read_dataset",
    "readings_of",
    "references",
    "report_capacity",
    "rows_read",
    "services",
    "services_in_rows",
    "tables_in_use",
    "take_back_capacity",
    "undo_import",
    "upload_file",
    "withdraw_correction",
]
