"""The columns of contract registers under the names that councils give them.

The Local Government Transparency Code 2015 (part 2.1, contracts above £5,000) names the fields
in sentences; its practice guide, procurement portals and councils' own lists shorten them in
their own ways.
"""

from __future__ import annotations

from typing import Final

from carewright_engine.tables.reading import Field

_OF: Final = r"(?:contract_|agreement_)?"
_ON: Final = r"(?:_date|_on)?(?:_dd_mm_yy(?:yy)?)?"
_SUPPLIER: Final = r"(?:supplier|contractor|provider|vendor|organisation)"
_MONTHS: Final = r"(?:_in)?(?:_(?:days|weeks|months|years))?"

FIELDS: Final = (
    Field(
        "reference",
        (
            r"(?:(?:contract|agreement|unique|register|award|our|council)_)*"
            r"ref(?:erence)?(?:_(?:no|number|id|code))?",
            r"(?:contract|agreement)_?(?:id|no|number|code|identifier)",
            r"id|ref_no|identifier",
        ),
        "the council's reference",
    ),
    Field(
        "title",
        (
            r"(?:contract|agreement|tender|project)_?(?:title|name)",
            r"title(?:_of_(?:the_)?(?:agreement|contract))?",
            r"name_of_(?:the_)?(?:contract|agreement)",
            r"contract|agreement",
        ),
        "the contract's title",
        required=True,
    ),
    Field(
        "care_group",
        (r"(?:client|care|user|service_user)_group", r"for_whom"),
        "whom it is for",
    ),
    Field(
        "service",
        (
            r"pro_?class(?:_classification)?_(?:description|label|name)",
            r"(?:care_service|care_type|type_of_(?:care|service)|service_type|kind_of_care)",
            r"(?:service_|contract_|spend_|procurement_)?category(?:_(?:label|name|description))?",
            r"cpv_(?:description|label)|service(?:_provided|_area_of_care)?",
        ),
        "the care or service that it is for",
    ),
    Field(
        "description",
        (rf"{_OF}(?:brief_|short_|detailed_)?description(?:_of_.*)?", r"summary|details|purpose"),
        "what it is for, in words",
    ),
    Field(
        "buyer_name",
        (
            r"purchasing_body|contracting_(?:authority|body)|buyer(?:_name)?",
            r"(?:local_)?authority(?:_name)?|council(?:_name)?|organisation_name|publisher(?:_name)?",
        ),
        "who buys",
    ),
    Field(
        "department",
        (
            r"local_authority_department(?:_responsible)?",
            r"(?:responsible_)?(?:directorate|department|dept|division)(?:_name|_responsible)?",
            r"service_area|team",
        ),
        "the department responsible",
    ),
    Field(
        "procedure",
        (
            r"(?:procurement_|award_|tender_)?(?:process|procedure)(?:_used|_type)?",
            r"procurement_(?:route|method|type)|route_to_market|tender_type|itq_itt|itt_itq",
            r".*result_of_an?_invitation.*",
        ),
        "how it was awarded",
    ),
    Field(
        "size_and_sector",
        (r".*small_or_medium.*voluntary.*", r"sme_(?:and_or_|or_|and_)?vcse(?:_.*)?"),
        "whether the supplier is an SME, a voluntary organisation, both or neither",
    ),
    Field(
        "charity_number",
        (r"(?:registered_)?charity_(?:registration_|reg_)?(?:no|number)",),
        "the supplier's charity number",
    ),
    Field(
        "company_number",
        (
            rf"(?:{_SUPPLIER}_)?(?:registered_)?company_(?:registration_|reg_)?(?:no|number)",
            r"companies_house(?:_no|_number)?",
            rf"(?:{_SUPPLIER}_)?registration_(?:no|number)",
        ),
        "the supplier's company number",
    ),
    Field(
        "supplier_postcode",
        (rf"(?:{_SUPPLIER}_|company_)?post_?code",),
        "the supplier's postcode",
    ),
    Field(
        "sme",
        (r"(?:supplier_)?(?:is_)?sme(?:_supplier|_status|_y_n)?", r".*small_(?:or|and)_medium.*"),
        "whether the supplier is a small or medium-sized enterprise",
    ),
    Field(
        "vcse",
        (r"(?:supplier_)?(?:is_)?vcse(?:_.*)?", r"voluntary(?:_.*)?|third_sector(?:_.*)?"),
        "whether the supplier is a voluntary or community organisation",
    ),
    Field(
        "supplier_name",
        (
            rf"{_SUPPLIER}_(?:legal_|company_|registered_)?name(?:_and_details)?",
            r"name_of_(?:the_)?(?:supplier|contractor|provider)",
            r"(?:supplier|contractor|provider|vendor)(?:_s|s)?(?:_company)?",
            r"company_name|awarded_to|successful_(?:supplier|bidder|tenderer)",
        ),
        "the supplier",
        required=True,
    ),
    Field("awarded_on", (rf"{_OF}award(?:ed)?{_ON}", r"date_(?:of_)?award(?:ed)?"), "award day"),
    Field(
        "last_end",
        (
            rf"{_OF}(?:max(?:imum)?|final|latest_possible|ultimate)_{_OF}(?:end|expiry){_ON}(?:_.*)?",
            r".*(?:end|expiry)_date_(?:including|with|inc|if)_.*ext.*",
        ),
        "the last day if every extension is taken",
    ),
    Field(
        "now_end",
        (
            rf"{_OF}(?:current|revised|extended|latest|actual)_{_OF}(?:end|expiry){_ON}",
            rf"(?:end|expiry){_ON}_(?:current|revised|extended)",
        ),
        "the last day with the extensions taken so far",
    ),
    Field(
        "start",
        (
            rf"{_OF}(?:start|starts|commencement|begins|commences){_ON}",
            r"date_(?:of_)?(?:start|commencement)|valid_from|from",
        ),
        "the first day",
    ),
    Field(
        "end",
        (
            rf"{_OF}(?:initial_|original_)?(?:end|ends|expiry|expires|expiration|finish){_ON}",
            r"date_(?:of_)?(?:end|expiry)|valid_to|to",
        ),
        "the last day",
    ),
    Field("review_on", (rf"{_OF}(?:next_)?review{_ON}", r"date_of_(?:next_)?review"), "review day"),
    Field(
        "extensions_allowed",
        (
            r"(?:how_many|number_of|no_of)_(?:possible_)?extensions",
            r"extensions_(?:available|allowed)",
        ),
        "how many extensions it allows",
    ),
    Field(
        "extension_months",
        (rf"options?_to_extend{_MONTHS}", rf"extension(?:_option|_period|_options)?{_MONTHS}"),
        "how long it may be extended",
    ),
    Field(
        "months",
        (rf"{_OF}(?:initial_)?(?:duration|length|term)(?:_of_(?:contract|agreement))?{_MONTHS}",),
        "how long it lasts",
    ),
    Field(
        "vat",
        (
            r".*(?:irrecoverable|unrecoverable|non_recoverable|cannot_be_recovered).*",
            r"vat(?:_amount|_value)?|value_added_tax",
        ),
        "VAT that cannot be recovered",
    ),
    Field(
        "price_unit",
        (
            r"(?:price_|rate_|pricing_)?unit(?:_of_(?:price|measure|charge))?",
            r"charged_(?:per|by)|per",
        ),
        "what the price is for: an hour, a week ...",
    ),
    Field(
        "price",
        (
            r"(?:unit|hourly|weekly|daily|nightly|sessional)_(?:price|rate|cost|fee)(?:_.*)?",
            r"(?:price|rate|fee)_per_.*|rate|fee|price",
        ),
        "the price of one unit",
    ),
    Field(
        "annual",
        (
            r"(?:estimated_)?(?:annual|yearly)_(?:contract_)?(?:value|spend|cost|budget|amount)(?:_.*)?",
            r"(?:contract_)?(?:value|cost|amount)_(?:per_annum|per_year|pa|p_a)(?:_.*)?",
        ),
        "a year's value",
    ),
    Field(
        "total",
        (
            r"sum_to_be_paid(?:_.*)?",
            r"(?:(?:total|whole_life|lifetime|estimated|overall|award|awarded)_)*(?:contract_|agreement_)?"
            r"(?:award_)?(?:value|sum|amount|cost)(?:_.*)?",
        ),
        "the value over the whole term",
    ),
    Field(
        "kind",
        (
            r"(?:contract|agreement)_(?:type|kind)",
            r"(?:type|kind)(?:_of_(?:contract|agreement))?",
        ),
        "block, spot, framework, grant ...",
    ),
    Field("status", (rf"{_OF}(?:current_)?(?:status|state|stage)",), "active, ended ..."),
    Field(
        "provider_notice",
        (
            r"(?:provider|supplier|contractor)_(?:s_)?(?:termination_)?notice(?:_period)?(?:_.*)?",
            r"notice(?:_period)?_(?:from|by|given_by)_(?:the_)?(?:provider|supplier|contractor)(?:_.*)?",
        ),
        "notice that the provider gives",
    ),
    Field(
        "council_notice",
        (
            r"(?:council|authority|our|buyer)_(?:s_)?(?:termination_)?notice(?:_period)?(?:_.*)?",
            r"notice(?:_period)?_(?:from|by|given_by)_(?:the_)?(?:council|authority|us)(?:_.*)?",
        ),
        "notice that the council gives",
    ),
    Field(
        "notice",
        (r"(?:termination_|break_)?notice(?:_period)?(?:_.*)?", r"break_clause(?:_.*)?"),
        "notice, when not said whose",
    ),
    Field(
        "in_advance",
        (r"(?:paid|payment|payments|pays)_in_advance(?:_.*)?", r"advance_payments?"),
        "whether it is paid in advance",
    ),
    Field(
        "payment",
        (
            r"payment_(?:terms|rules?|days|period|arrangements?)(?:_.*)?",
            r"terms_of_payment|days_to_pay|pay(?:ment)?_within(?:_.*)?",
        ),
        "when invoices are paid",
    ),
    Field(
        "price_review",
        (
            r"(?:price|fee|rate)_(?:review|increase|uplift|indexation|adjustment|mechanism)(?:_.*)?",
            r"(?:annual_)?uplifts?(?:_.*)?|indexation(?:_.*)?|inflation(?:_.*)?",
        ),
        "how the price is reviewed",
    ),
)
#: What several fields of a row become: field -> columns of the canonical table.
COLUMNS_OF: Final = {
    "size_and_sector": ("sme", "vcse"),
    "company_number": ("company_number", "charity_number"),
    "start": ("starts_on",),
    "end": ("ends_before",),
    "now_end": ("now_ends_before",),
    "last_end": ("last_ends_before",),
    "annual": ("annual_pence", "annual_to_pence"),
    "total": ("total_pence", "total_to_pence"),
    "vat": ("vat_pence",),
    "price": ("price_pence", "price_unit", "price_minutes"),
    "price_unit": ("price_unit", "price_minutes"),
    "notice": ("notice_days",),
    "provider_notice": ("provider_notice_days",),
    "council_notice": ("council_notice_days",),
    "payment": ("payment_days", "in_advance"),
    "status": ("status", "standing"),
}
DAYS: Final = ("awarded_on", "start", "end", "now_end", "last_end", "review_on")
