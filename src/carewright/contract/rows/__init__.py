"""What pages and other stages see of agreements: frozen rows, never tables."""

from carewright.contract.rows.agreements import (
    Agreement,
    CalledUpon,
    Extension,
    GivenFile,
    OwnedException,
    Party,
    Price,
    Reversal,
    Service,
    Signature,
    ToPutRight,
    Withheld,
    Wording,
)
from carewright.contract.rows.imports import (
    Batch,
    BatchCounts,
    MatchOffered,
    Origin,
    RowToSettle,
    SupplierToMatch,
)

__all__ = [
    "Agreement",
    "Batch",
    "BatchCounts",
    "CalledUpon",
    "Extension",
    "GivenFile",
    "MatchOffered",
    "Origin",
    "OwnedException",
    "Party",
    "Price",
    "Reversal",
    "RowToSettle",
    "Service",
    "Signature",
    "SupplierToMatch",
    "ToPutRight",
    "Withheld",
    "Wording",
]
