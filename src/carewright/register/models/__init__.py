"""Tables of the register."""

from carewright.register.models.activity import Activity
from carewright.register.models.capacity import CapacityReport
from carewright.register.models.dataset import Dataset, DatasetTable
from carewright.register.models.decisions import Correction, GroupDecision, PublicRunDecision
from carewright.register.models.person import Look, Opening, Person
from carewright.register.models.service_reading import ServiceReading

__all__ = [
    "Activity",
    "CapacityReport",
    "Correction",
    "Dataset",
    "DatasetTable",
    "GroupDecision",
    "Look",
    "Opening",
    "Person",
    "PublicRunDecision",
    "ServiceReading",
]
