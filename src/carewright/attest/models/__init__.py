"""Tables of the stage, one file each."""

from carewright.attest.models.checkpoint import Checkpoint
from carewright.attest.models.deposit import Deposit, Deposited
from carewright.attest.models.leaf import Leaf, Node
from carewright.attest.models.verification import Verification

__all__ = ["Checkpoint", "Deposit", "Deposited", "Leaf", "Node", "Verification"]
