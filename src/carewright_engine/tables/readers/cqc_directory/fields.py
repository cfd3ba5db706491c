"""What the Care Quality Commission's directory holds, in its full and its shortened editions."""

from __future__ import annotations

from typing import Final

from carewright_engine.tables.reading import Field

LOCATION: Final = r"(cqc_)?location_"
IDENTITY: Final = (
    Field("service_id", (r"(cqc_)?location_id.*",), "the location's id", True),
    Field("name", (LOCATION + r"name", r"name"), "the location's name", True),
    Field("provider_id", (r"(cqc_)?provider_id.*",), "the provider's id"),
    Field("provider_name", (r"provider_name",), "the provider's name", True),
    Field("brand_id", (r"brand_id",), "the brand's id"),
    Field("brand", (r"brand_name", r"brand"), "the brand"),
    Field("ownership", (r"provider_ownership_type", r"ownership(_type)?"), "ownership"),
    Field("type", (LOCATION + r"type(_sector)?", r"type(_sector)?"), "type of organisation"),
    Field("charity_number", (r"provider_charity_number", r"charity_number"), "charity number"),
    Field(
        "company_number",
        (r"provider_companies_house_number", r"compan(y|ies_house)_number"),
        "company number",
    ),
    Field("dormant", (r"dormant(_y_n)?",), "whether dormant"),
    Field("dual_primary_id", (r"dual_primary_id", r"primary_id", r"dual_.*primary_id"), "first id"),
    Field("dual_registered", (r"dual_registered.*",), "whether registered twice"),
    Field("directorate", (r"(location_)?inspection_directorate",), "inspection directorate"),
    Field(
        "category",
        (r"(location_)?primary_inspection_category",),
        "primary inspection category",
    ),
    Field("started", (r"location_hsca_start_date", r"hsca_start_date"), "day of registration"),
)
PLACE: Final = (
    Field("address_1", (r"location_street_address", r"address(_line_1)?"), "address"),
    Field("address_2", (r"location_address_line_2", r"address_line_2"), "address"),
    Field("town", (r"location_city", r"city", r"town"), "town"),
    Field("postcode", (r"location_post(al_)?_?code", r"post(al_)?_?code"), "postcode"),
    Field(
        "council",
        (r"location_local_authority", r"la_name_cqc", r"local_authority(_name)?"),
        "the local authority",
        True,
    ),
    Field("region", (r"location_region", r"region"), "region"),
    Field("icb", (r"location_(onspd_)?(icb|ccg)(_name)?", r"icb(_name)?"), "health area"),
    Field("latitude", (r"location_latitude", r"lat(itude)?"), "latitude"),
    Field("longitude", (r"location_longitude", r"lon(gitude)?"), "longitude"),
)
QUALITY: Final = (
    Field("beds", (r"(number_of_)?care_homes?_beds", r"beds"), "care home beds"),
    Field(
        "rating",
        (r"(location_)?latest_overall_rating", r"overall_rating", r"latest_rating"),
        "overall rating",
    ),
    Field(
        "rated", (r"publication_date", r"rating_publication_date", r"report_publication_date"), ""
    ),
    Field("checked", (r"date_of_latest_check", r"last_inspection_date"), "latest check"),
    Field("inherited", (r"inherited_rating(_y_n)?",), "whether the rating is inherited"),
    Field("service_types", (r"service_types",), "service types as a list"),
    Field("specialisms", (r"specialisms_services", r"specialisms"), "specialisms as a list"),
)

# The service types that are social care, most telling first; a location may have several.
# Each: the official name; the name of its column; the words of the public list.
SERVICE_TYPES: Final = (
    ("Care home service with nursing", r"care_homes?_services?_with_nursing", "Nursing home"),
    (
        "Care home service without nursing",
        r"care_homes?_services?_without_nursing",
        "Residential home",
    ),
    ("Care home service", r"care_home", "Care home"),
    ("Domiciliary care service", r"domiciliary_care(_services?)?", "Homecare agenc"),
    ("Extra Care housing services", r"extra_care_housing(_services?)?", "Extra care"),
    ("Supported living service", r"supported_living(_services?)?", "Supported living"),
    ("Shared Lives", r"shared_lives", "Shared lives"),
    ("Hospice services", r"hospice_services(_at_home)?", "Hospice"),
    (
        "Residential substance misuse treatment and/or rehabilitation service",
        r"residential_substance_misuse_.*",
        "Rehabilitation (substance",
    ),
    (
        "Community based services for people who misuse substances",
        r"community_based_services_for_people_who_misuse_substances",
        "Community services - Substance",
    ),
    (
        "Community based services for people with a learning disability",
        r"community_based_services_for_people_with_a_learning_disability",
        "Community services - Learning",
    ),
    ("Specialist college service", r"specialist_college_services?", "Specialist college"),
)
# The bands of people served; each: our word; its column; the words of the public list.
BANDS: Final = (
    ("children", r"children(_0_(3_years|18_years)?.*)?", "children"),
    ("older", r"older_people", "over 65"),
    ("dementia", r"dementia", "dementia"),
    ("younger", r"younger_adults", "under 65"),
    ("learning", r"learning_disabilit(y|ies)(_or)?(_autis.*)?", "learning disabilit"),
    ("mental", r"mental_health", "mental health"),
    ("physical", r"physical_disabilit(y|ies)", "physical disabilit"),
    ("sensory", r"sensory_impairments?", "sensory impairment"),
    (
        "substances",
        r"(substance_misuse|people_who_misuse_drugs_(and|or)_alcohol)",
        "substance misuse",
    ),
)
FLAGS: Final = (
    *(
        Field(f"type:{name}", (r"service_type_" + column, column + r"(_y_n)?"), name)
        for name, column, _ in SERVICE_TYPES
    ),
    *(
        Field(f"band:{name}", (r"service_user_band_" + column, r"band_" + column), f"for {name}")
        for name, column, _ in BANDS
    ),
)
FIELDS: Final = (*IDENTITY, *PLACE, *QUALITY, *FLAGS)
