"""The only door of the attest stage."""

from carewright.attest.actions.leave_checkpoint import (
    countersign_checkpoint,
    leave_by_mail,
    leave_in_folder,
)
from carewright.attest.actions.seal_record import seal_record
from carewright.attest.actions.verify_record import verify_record
from carewright.attest.keys import KeyMissing, public_key, signing_key
from carewright.attest.models import Deposited
from carewright.attest.queries.about import Named, Names, Subject, name_subjects_by, named
from carewright.attest.queries.checkpoints import checkpoint, checkpoints, newest_checkpoint
from carewright.attest.queries.sealed import events, growth_between, proof_of, seal_of
from carewright.attest.queries.verified import anybody_looked, deposits, last_verdict
from carewright.attest.queries.waiting import lag, lag_told
from carewright.attest.rows import Checkpoint, Deposit, Lag, Seal, Verdict
from carewright.attest.rules.checkpoints import (
    BadNote,
    PublicKey,
    SigningKey,
    TreeHead,
    file_name,
    from_base64,
    in_base64,
)
from carewright.attest.rules.examining import Fault, Finding, Witnessed
from carewright.attest.rules.merkle import ProofFails, require_consistency
from carewright.attest.rules.proofs import EventProof

__all__ = [
    "BadNote",
    "Checkpoint",
    "Deposit",
    "Deposited",
    "EventProof",
    "Fault",
    "Finding",
    "KeyMissing",
    "Lag",
    "Named",
    "Names",
    "ProofFails",
    "PublicKey",
    "Seal",
    "SigningKey",
    "Subject",
    "TreeHead",
    "Verdict",
    "Witnessed",
    "anybody_looked",
    "checkpoint",
    "checkpoints",
    "countersign_checkpoint",
    "deposits",
    "events",
    "file_name",
    "from_base64",
    "growth_between",
    "in_base64",
    "lag",
    "lag_told",
    "last_verdict",
    "leave_by_mail",
    "leave_in_folder",
    "name_subjects_by",
    "named",
    "newest_checkpoint",
    "proof_of",
    "public_key",
    "require_consistency",
    "seal_of",
    "seal_record",
    "signing_key",
    "verify_record",
]
