"""The register that Elmshire kept before: most of it became agreements, some questions are open."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Final
from uuid import UUID

from carewright.config.practice_govern import Cast
from carewright.config.reading_here import read_here
from carewright.contract import api as contract
from carewright.contract.api import Kind, Regime, Several
from carewright.platform import api as platform
from carewright.register import api as register
from carewright.ui.formats import in_london

NAME: Final = "elmshire_contract_register.csv"
#: The years are those before and after the practice data's own; the file has no column for notice,
#: payment, signatures or plans. Two suppliers may be known, two rows want a look, one is a sum.
REGISTER: Final = """Contract Reference,Contract Title,Supplier Name,Company Number,Category,\
Start Date,End Date,Total Contract Value,Purchasing Body
SC/0402,Supported living in Alderside,Heather and Thistle Support Ltd,,Supported living,\
01/04/{before},31/03/{after},"£640,000",Elmshire Council
SC/0409,Day centre at Brackendale,Brackendale Community Trust,,Day centre,01/10/{before},\
30/09/{after},"£96,500",Elmshire Council
SC/0411,Meals at home in the north,Elm Kitchens Ltd,,Meals at home,,31/12/{after},"£48,000",\
Elmshire Council
SC/0413,Night support in Elm Valley,CORRIEMOOR CARE LTD,,Home care,01/07/{before},30/06/{after},\
"£210,000",Elmshire Council
SC/0417,"Care at home, Elm Valley and Alderside",Corriemoor Care Limited,,Home care,\
01/04/{before},31/03/{after},"£1,840,000",Elmshire Council
SC/0420,Advocacy for adults,Speak Up Skerry,,Advocacy,01/04/{before},31/06/{after},"£36,000",\
Elmshire Council
SC/0425,Short breaks for unpaid carers,Alder Lodge Trust,,Short breaks,01/05/{before},Rolling,\
"£72,000",Elmshire Council
HW/0031,Gritting of council roads,Skerry Salt Ltd,,Highways,01/11/{before},31/03/{after},\
"£310,000",Elmshire Council
,Total,,,,,,"£3,252,500",
"""


def fill(*, by: platform.Operator, at: datetime) -> None:
    """Takes the old register in once, and makes agreements of what nobody has to be asked about."""
    del by  # officers import registers, never whoever runs the machine
    cast = Cast(at)
    officer = cast.person("contracts")
    if contract.imports(seen_by=officer).exists():
        return
    with platform.acting_for(cast.council.id):
        batch_id = contract.begin_import(
            dataset_id=_given(officer, at), kind=Kind.SERVICE_LEVEL, regime=Regime.SCOT_REGULATED,
            by=officer, at=at,
        )  # fmt: skip
        contract.settle_rows(
            batch_id=batch_id, which=Several.NO_CARE, place=False, by=officer, at=at,
            reason="It is no care, and stays with the highways team.",
        )  # fmt: skip
        contract.place_rows(batch_id=batch_id, by=officer, at=at)


def _given(officer: platform.Officer, at: datetime) -> UUID:
    year = in_london(at).year
    words = REGISTER.format(before=year - 2, after=year + 2)
    dataset_id = register.upload_file(
        name=NAME, content=BytesIO(words.encode()), organisation_id=officer.organisation.id,
        kind=contract.KIND_OF_FILE, as_at=in_london(at).date(), by=officer, at=at,
    )  # fmt: skip
    register.read_dataset(dataset_id=dataset_id, by=officer, at=at, reader=read_here)
    return dataset_id
