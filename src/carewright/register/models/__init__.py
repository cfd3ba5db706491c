"""Tables of the register."""

from carewright.register.models.dataset import Dataset, DatasetTable
from carewright.register.models.decisions import Correction, GroupDecision, PublicRunDecision
from carewright.register.models.service_reading import ServiceReading

__all__ = [
    "Correction",
    "Dataset",
    "DatasetTable",
    "GroupDecision",
    "PublicRunDecision",
    "ServiceReading",
]
