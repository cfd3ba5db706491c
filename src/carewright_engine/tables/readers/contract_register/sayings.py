"""Words of a register that stand for one of a few things: yes and no, kinds, how prices change."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from carewright_engine.tables.cells import NO, YES
from carewright_engine.tables.gaps import Absence
from carewright_engine.tables.readers.contract_register.found import (
    Found,
    first_said,
    missing,
    says_nothing,
)
from carewright_engine.tables.readers.council_list.fields import CARE_GROUPS

KINDS: Final = (
    (r"individual service fund|\bisf\b", "individual_service_fund"),
    (r"in.?house|own provision", "in_house"),
    (r"cost (?:and|&|/) ?volume|cost.?volume", "cost_and_volume"),
    (r"spot|individual placement", "spot"),
    (r"block", "block"),
    (r"call.?off|framework|dynamic|\bdps\b", "framework_call_off"),
    (r"grant", "grant"),
    (r"service level|\bsla\b", "service_level"),
)
STANDINGS: Final = (
    (
        r"propos\w* to (?:cancel|end|terminate|cease)|under notice|notice (?:given|served)",
        "may_end",
    ),
    (r"inactive|end(?:ed)?$|expired|closed|terminat|cancel|complete|lapsed|archiv|ceased", "ended"),
    (r"plan|pipeline|propos|future|draft|tender|pending|not started", "planned"),
    (r"active|live|current|open|extended|in place|in force|ongoing", "active"),
)
PRICE_REVIEWS: Final = (
    (r"council|authority|discretion|cabinet|committee", "council_decides"),
    (r"negotiat|agree|on request|mutual", "negotiated"),
    (r"\bcpi|\brpi|index|inflation|living wage|\bnlw\b", "index"),
    (r"fixed", "fixed"),
    (r"^no\b|^none\b|^nil\b|no (?:review|uplift|increase)", "none"),
)
#: The first that fits names the care; the words are those of registers' titles and categories.
CARE: Final = (
    (r"extra.?care", "extra_care"),
    (r"supported (?:living|accommodation|tenanc)", "supported_living"),
    (r"short.?breaks?|respite|overnight breaks?", "short_breaks"),
    (r"re-?ablement|intermediate care", "reablement"),
    (
        r"care homes?|nursing (?:homes?|care)|residential (?:care|and nursing|placement)",
        "care_home",
    ),
    (r"home.?care\b|domiciliary|care at home|help to live at home|personal care", "home_care"),
    (r"day (?:centre|care|opportunit|service|support|club)|lunch club", "day_support"),
    (r"meals? (?:on wheels|at home)|community meals", "meals"),
    (r"telecare|community alarm", "telecare"),
    (r"advocacy", "advocacy"),
    (r"\bcarers?\b", "carers_support"),
    (r"housing.{0,9} support|floating support", "housing_support"),
)
#: A category of care that says no more; a title with these words may be a computer system's.
SOCIAL_CARE: Final = re.compile(r"social (?:community )?care")
CHILDREN: Final = re.compile(r"\bchild|\byoung (?:people|person)|\b16 ?[-–] ?25\b")


def care_named(texts: Iterable[str]) -> str | None:
    """The kind of care that the first of these words to name any names."""
    return next((said for text in texts if (said := first_said(text, CARE))), None)


def yes_or_no(column: str, text: str, more: tuple[tuple[str, bool], ...] = ()) -> Found:
    """Yes or no, or words that amount to it."""
    if gap := says_nothing(text):
        return Found({}, gap)
    plain = text.strip().lower()
    if plain in YES or plain in NO:
        return Found({column: plain in YES})
    for pattern, answer in more:
        if re.search(pattern, plain):
            return Found({column: answer})
    return missing(Absence.UNREAD, text)


def sme(text: str) -> Found:
    """Whether a supplier is small or medium-sized."""
    return yes_or_no(
        "sme", text, ((r"\bnon|\bnot\b|large", False), (r"sme|small|medium|micro", True))
    )


def vcse(text: str) -> Found:
    """Whether a supplier is a voluntary or community organisation."""
    return yes_or_no(
        "vcse", text, ((r"\bnon|\bnot\b", False), (r"vcse|volunt|charit|communit|mutual", True))
    )


def size_and_sector(text: str) -> Found:
    """The Code's one answer to two questions: SME, VCSE, both or neither."""
    if gap := says_nothing(text):
        return Found({}, gap)
    plain = text.strip().lower()
    small = bool(re.search(r"\bsme|small|medium|both", plain))
    voluntary = bool(re.search(r"vcse|volunt|charit|communit|both", plain))
    if small or voluntary or plain in NO or re.search(r"neither|none|large", plain):
        return Found({"sme": small, "vcse": voluntary})
    return missing(Absence.OTHER, text)


def kind(text: str) -> Found:
    """The kind of agreement, where the register's words name one."""
    return _said("kind", text, KINDS)


def price_review(text: str) -> Found:
    """How the price is reviewed."""
    return _said("price_review", text, PRICE_REVIEWS)


def care_group(text: str) -> Found:
    """Whom it is for."""
    groups = tuple((pattern, group) for pattern, group in CARE_GROUPS if group)
    return _said("care_group", text, groups)


def status(text: str) -> Found:
    """The register's own word, and what it comes to."""
    if gap := says_nothing(text):
        return Found({}, gap)
    standing = first_said(text, STANDINGS)
    if standing is None:
        return Found({"status": text}, missing(Absence.OTHER, text).gap)
    return Found({"status": text, "standing": standing})


def payment(text: str, header: str) -> Found:
    """Days in which an invoice is paid, and whether payment goes before the care."""
    if gap := says_nothing(text):
        return Found({}, gap)
    plain = text.strip().lower()
    values: dict[str, int | bool] = {}
    if "advance" in plain:
        return Found({"in_advance": True})
    if re.search(r"arrears|in receipt|on receipt|invoice|after", plain):
        values["in_advance"] = False
    days = re.search(r"(?:net )?(\d{1,3})\s*(?:calendar |working )?(day|week)?", plain)
    bare = days and not days[2] and not plain.startswith("net") and "day" not in header.lower()
    if days and not bare:
        values["payment_days"] = int(days[1]) * (7 if days[2] == "week" else 1)
    return Found(values) if values else missing(Absence.UNREAD, text)


def in_advance(text: str) -> Found:
    """Whether payment goes before the care."""
    return yes_or_no("in_advance", text, ((r"advance", True), (r"arrears", False)))


def company_number(text: str) -> Found:
    """Eight characters, as Companies House writes them; 31552R is a registered society's.

    Registers put charities' numbers into the same column, with CHA before them.
    """
    if gap := says_nothing(text):
        return Found({}, gap)
    plain = re.sub(r"\s", "", text.upper())
    if charity := re.fullmatch(r"CHA(?:RITY)?(?:NO\.?)?(\d{6,7})", plain):
        return Found({"charity_number": charity[1]})
    if re.fullmatch(r"\d{5,8}", plain):
        return Found({"company_number": plain.zfill(8)})
    if re.fullmatch(r"[A-Z]{2}\d{6}|[A-Z]{2}\d{5}[A-Z]|\d{4,5}R", plain):
        return Found({"company_number": plain})
    return missing(Absence.UNREAD, text)


def charity_number(text: str) -> Found:
    """As the three regulators write them: 1146792, SC012345, NIC100002."""
    if gap := says_nothing(text):
        return Found({}, gap)
    plain = re.sub(r"\s", "", text.upper())
    if re.fullmatch(r"(?:SC|NIC|XN|XR)?\d{5,8}(?:-\d{1,2})?", plain):
        return Found({"charity_number": plain})
    return missing(Absence.UNREAD, text)


def _said(column: str, text: str, words: tuple[tuple[str, str], ...]) -> Found:
    if gap := says_nothing(text):
        return Found({}, gap)
    meaning = first_said(text, words)
    return Found({column: meaning}) if meaning else missing(Absence.OTHER, text)
