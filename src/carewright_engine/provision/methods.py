"""How every figure is worked out: plain words, formula, source, and whether it is verified."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Method:
    """One way of working out a figure, as it is printed beside it."""

    key: str
    title: str
    words: str
    formula: str = ""
    source: str = ""
    verified: bool = True  # False: a band or threshold nobody has checked against its source yet


_CARE_INSPECTORATE: Final = "Care Inspectorate, datastore of registered services"

_ALL: Final = (
    Method(
        "counted",
        "Which services are counted",
        "Registrations that are Active or Proposing to Cancel. A row with a blank status is "
        "counted and marked doubtful; any other status stands apart. Childminders, nurseries and "
        "other services for children are left out unless they are asked for.",
        "services = number of registrations; a combined pair is two",
        _CARE_INSPECTORATE,
    ),
    Method(
        "publicly_run",
        "Publicly run",
        "Run by a council, a company that a council owns, or a health board. Proposed from the "
        "file and confirmed by a person; a confirmation wins over the file.",
        source=_CARE_INSPECTORATE,
    ),
    Method(
        "lowest_grade",
        "Lowest grade",
        "A service is as good as its weakest graded question, as the regulator publishes it. "
        "Where the grades of the questions disagree with it the service is counted as doubtful.",
        "good = lowest grade of 4 or better; share = good / services with a grade",
        "Care Inspectorate, grades 1 (unsatisfactory) to 6 (excellent)",
    ),
    Method(
        "rating",
        "Overall rating",
        "The regulator's overall rating in words, of services that have one. An inherited rating "
        "was given to an earlier provider of the service.",
        "good = Good or Outstanding; share = good / services with a rating",
        "Care Quality Commission, care directory",
    ),
    Method(
        "grade_spread",
        "Spread of grades",
        "How far a service's best graded question lies above its weakest.",
        "spread = highest grade - lowest grade",
        _CARE_INSPECTORATE,
    ),
    Method(
        "grade_age",
        "Age of the grade",
        "Time from the publication of the latest grading to the day of the list. Services whose "
        "day of grading is not known are left out and counted.",
        "months = days / 30.4375; old = more than the stated number of years",
        _CARE_INSPECTORATE,
    ),
    Method(
        "grade_trend",
        "Grades over time",
        "The same share in every list on or before the day asked about. Services open, close and "
        "are inspected in an order that is not random, so a change is not only a change in care.",
        "good / graded, for each list",
        _CARE_INSPECTORATE,
    ),
    Method(
        "complaints",
        "Complaints upheld",
        "Complaints upheld or partly upheld in the latest financial year of the list. The "
        "regulator leaves the cell blank where there was none and writes NA where it does not "
        "apply; both add nothing, and how many services state a number is said with the total.",
        "sum over services that state a number; not known when none does",
        _CARE_INSPECTORATE,
    ),
    Method(
        "enforcement",
        "Enforcement notices",
        "Enforcements issued in the latest financial year of the list, blank where there was "
        "none; how many services state a number is said with the total.",
        "sum over services that state a number; not known when none does",
        _CARE_INSPECTORATE,
    ),
    Method(
        "places",
        "Registered places",
        "The most people that services are registered to support at one time. For home care and "
        "housing support 0 means that no number is registered, never that there is no capacity.",
        "sum over services that state places; empty when none does",
        _CARE_INSPECTORATE,
    ),
    Method(
        "beds",
        "Beds and single bedrooms",
        "Beds and single bedrooms as care homes stated them.",
        "sum over homes that state a number; empty when none does",
        _CARE_INSPECTORATE,
    ),
    Method(
        "staff",
        "Staff in whole-time equivalents",
        "Staff as stated, placeholders such as 0.1 left out as missing. The two halves of a "
        "combined registration share their staff, who are counted once: where the larger number "
        "stands, and with the first registration when both state the same.",
        "sum over services that state a number; empty when none does",
        _CARE_INSPECTORATE,
    ),
    Method(
        "sizes",
        "Sizes of services",
        "Registered places of each service, in bands of ten.",
        "median of places over services that state them",
        _CARE_INSPECTORATE,
    ),
    Method(
        "over_time",
        "Change over time",
        "The same count in every list on or before the day asked about.",
        "latest - earliest",
        _CARE_INSPECTORATE,
    ),
    Method(
        "occupancy",
        "Occupancy",
        "People living in homes as a share of places, where a count of both was given.",
        "residents / places",
        "Care home census or capacity reports, as imported",
    ),
    Method(
        "use",
        "People supported and hours of care",
        "Published statistics of the latest period that ended by the day asked about. They are "
        "rounded, may be suppressed or not submitted, and people with several providers may be "
        "counted more than once.",
        "as published, summed over the councils of an area when each gave a figure",
        "Public Health Scotland, as imported",
    ),
    Method(
        "unit_cost",
        "Unit cost",
        "Cost of one unit of care as councils returned it. Nothing is estimated in its place.",
        "as published; the middle council is the median over councils that returned a figure",
        "Unit-cost return or price list, as imported",
    ),
    Method(
        "location",
        "Where a service lies",
        "The most exact place that the files give: the register's own coordinates, the postcode, "
        "the centre of the data zone, the centre of the postcode sector, then of the district. "
        "The route used is listed.",
        source="National Records of Scotland; Office for National Statistics, postcode directory",
    ),
    Method(
        "nearest",
        "Distance to the nearest",
        "Straight line from the centre of each data zone, where its people are taken to live, to "
        "the nearest service in the nation. It is not a journey: across water least of all.",
        "haversine on a sphere of 6,371.0088 km; share = people aged 65+ within d km / all of them",
        "National Records of Scotland, population by data zone",
    ),
    Method(
        "catchment",
        "Two-step floating catchment areas",
        "Each service's places are shared among the people around it, nearer people weighing "
        "more; each data zone then adds up what it can reach. Places and people just across the "
        "boundary count.",
        "R_j = S_j / sum_i P_i w(d_ij); A_i = sum_j R_j w(d_ij); w is 0 beyond the catchment",
        "Luo and Wang 2003; Luo and Qi 2009 (decay)",
    ),
    Method(
        "shares",
        "Share of the market",
        "Places where every service states them, otherwise registrations; by legal provider and "
        "by group, where companies are joined as proposed unless a person undid it.",
        "share = supplier / all suppliers",
    ),
    Method(
        "hhi",
        "Herfindahl-Hirschman index",
        "The sum of squared shares in per cent: near 0 with many equal suppliers, 10,000 with one. "
        "Bands: under 1,000 low, 1,000 to 2,000 concentrated, over 2,000 highly concentrated. They "
        "are of guidance of 2010, which gave way in 2021 to guidance without any, and serve only "
        "as words for an index.",
        "HHI = sum of (100 share)^2",
        "Bands: Merger Assessment Guidelines, September 2010, from memory",
        verified=False,
    ),
    Method(
        "largest",
        "Dependence on the largest",
        "The largest supplier's places or registrations, and what would be left without them.",
        "largest share = max share; three largest = sum of three largest shares",
    ),
    Method(
        "many_councils",
        "Operators in many councils",
        "Groups with a service in the area, and the councils of the nation where they have one.",
        "count of distinct councils",
    ),
    Method(
        "market_oversight",
        "Market-oversight entry criteria",
        "Groups whose care home beds in the given files alone would meet the English criteria: "
        "2,000 beds or more; or 1,000 to 1,999 with a bed in 16 authorities or more; or 1,000 to "
        "1,999 with more than a tenth of all beds in three authorities or more. Councils are "
        "excluded. In Scotland this is an indication, not law. The criteria for home care need "
        "hours and people, which registers do not hold.",
        "beds, else places, summed by group",
        "Care and Support (Market Oversight Criteria) Regulations 2015 (SI 2015/314), third limb "
        "from memory",
        verified=False,
    ),
    Method(
        "people",
        "People by age",
        "People living in the area by single year of age, from its data zones where a look-up was "
        "given, otherwise from the council's own row.",
        source="National Records of Scotland; Office for National Statistics, mid-year estimates",
    ),
    Method(
        "rate",
        "Provision for 1,000 people",
        "Places, or staff where a kind of care has no places, for every 1,000 people of an age.",
        "rate = 1,000 provision / people",
    ),
    Method(
        "expected",
        "Provision at the nation's rate",
        "What the area would have if it had as much for each person as the nation.",
        "expected = people x nation's provision / nation's people",
    ),
    Method(
        "funnel",
        "Funnel plot with over-dispersion",
        "How far areas of a size usually lie from the nation. Real areas differ by more than "
        "chance, so the limits are widened by a factor taken from the areas themselves, after the "
        "most extreme at each end are pulled in by the stated share.",
        "z = (r_i - r) / sqrt(r / n_i); phi = mean z^2, winsorised, at least 1; "
        "limits = r +- k sqrt(phi r / n), k = 1.96 and 3.09",
        "Spiegelhalter, Statistics in Medicine 2005; 24: 1185-1202",
    ),
    Method(
        "comparators",
        "Comparable areas",
        "Areas of the same kind that are most alike: share of people aged 75 and over, how many "
        "people of the same council live within 5 km of a resident, and the share of people in "
        "the most deprived fifth of zones, as far as each is given.",
        "each measure in standard deviations of the areas; the smallest root of summed squares",
    ),
    Method(
        "provision_table",
        "Provision by kind, group and who runs it",
        "Sums over counted registrations. A sum over no known value is empty, never 0.",
        source=_CARE_INSPECTORATE,
    ),
)

METHODS: Final = {method.key: method for method in _ALL}
