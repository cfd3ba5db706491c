"""Tables of the contract stage."""

from carewright.contract.models.agreement import Agreement
from carewright.contract.models.goes_on import CareGoesOn
from carewright.contract.models.imports import ImportBatch, ImportRow, ImportSupplier
from carewright.contract.models.parts import AgreementService, Party, PriceLine
from carewright.contract.models.publisher import OpenDataPublisher
from carewright.contract.models.signing import ExtensionOption, Reversal, Signature

__all__ = [
    "Agreement",
    "AgreementService",
    "CareGoesOn",
    "ExtensionOption",
    "ImportBatch",
    "ImportRow",
    "ImportSupplier",
    "OpenDataPublisher",
    "Party",
    "PriceLine",
    "Reversal",
    "Signature",
]
