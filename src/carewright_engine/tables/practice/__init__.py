"""The practice region: three invented councils and one health board, to try everything on.

Elmshire (142,000 people), Oakshire (78,000) and Strathalder (52,000, with the island of Sorra)
lie in the open Atlantic, under codes, postcodes and numbers that nobody else has. The region is
drawn from a seed in the nation's likeness, and written in the formats that regulators and
statistics offices publish, so that practice goes through the same importers as the real thing.
Nothing in it is a fact about any person or organisation.

What it is calibrated on, and what the default seed gives (a test keeps this table true). The
published counts, grades and sizes of each kind of service, with their sources, are in
`published_kinds.csv`, `published_grades.csv` and `published_sizes.csv` beside this file; the
sources below are the Care Inspectorate's registers (CI), National Records of Scotland (NRS) and
Public Health Scotland (PHS), with the section of the project's reference notes on care.

| quantity | published | region | source |
|---|---|---|---|
| people aged 65 and over, % | 19.3 | 19.4 | NRS 2020 |
| people aged 75 and over, % | 8.6 | 8.65 | NRS 2020 |
| people aged 85 and over, % | 2.35 | 2.36 | NRS 2020 |
| people in a data zone | 784 | 784 | NRS 2020 |
| Older People, services for its people | 39.8 | 40 | CI 2022 |
| Care at Home, services for its people | 54.3 | 55 | CI 2022 |
| Housing Support Service, services for its people | 52.6 | 52 | CI 2022 |
| Child Minding, services for its people | 186 | 186 | CI 2022 |
| childminders and nurseries, % of rows | 63.2 | 62.5 | CI 2022 |
| homes for children, % of homes | 24.2 | 23.9 | CI 2022 |
| homes for older people: private, % | 76.8 | 75 | CI 2024 (5.5) |
| homes for older people: voluntary or not for profit, % | 8.87 | 10 | CI 2024 (5.5) |
| homes for older people: publicly run, % | 14.3 | 15 | CI 2024 (5.5) |
| places a home | 47.7 | 46.8 | CI 2024 (5.5) |
| places of private homes, lower quartile | 33 | 33.8 | CI 2024 (5.5) |
| places of private homes, median | 48 | 47.5 | CI 2024 (5.5) |
| places of private homes, upper quartile | 63 | 61.8 | CI 2024 (5.5) |
| staff a place, lower quartile | 0.68 | 0.678 | CI 2024 (5.5) |
| staff a place, median | 0.84 | 0.823 | CI 2024 (5.5) |
| staff a place, upper quartile | 1.01 | 0.988 | CI 2024 (5.5) |
| homes for older people: lowest grade 3, % | 34.6 | 34.2 | CI 2024 (5.5) |
| homes for older people: lowest grade 4, % | 54.6 | 55.3 | CI 2024 (5.5) |
| homes for older people: lowest grade 5, % | 8.1 | 7.89 | CI 2024 (5.5) |
| homes with a complaint upheld, % | 24.9 | 25 | CI 2024 (5.5) |
| care at home: staff 0.1, % | 25 | 25.5 | CI 2024 (5.5) |
| care at home: staff 0.01, % | 15 | 14.5 | CI 2022 |
| care at home: 0 places, % | 61.6 | 61.8 | CI 2022 |
| care at home: combined, % | 61.8 | 61.8 | CI 2022 |
| care at home: private staff, median | 8 | 8.47 | CI 2024 (5.5) |
| care at home: private staff, upper quartile | 23 | 21.1 | CI 2024 (5.5) |
| care at home: lowest grade 3, % | 16.7 | 17.4 | CI 2024 (5.5) |
| care at home: lowest grade 4, % | 50.6 | 50 | CI 2024 (5.5) |
| care at home: lowest grade 5, % | 29.5 | 30.4 | CI 2024 (5.5) |
| home care, people per 1,000 aged 65-74 | 18.3 | 18.3 | PHS 2021 (5.2) |
| care homes, people per 1,000 aged 65-74 | 7 | 7.01 | PHS 2021 (5.3) |
| home care, people per 1,000 aged 75-84 | 62.1 | 61.9 | PHS 2021 (5.2) |
| care homes, people per 1,000 aged 75-84 | 31.3 | 31.3 | PHS 2021 (5.3) |
| home care, people per 1,000 aged 85+ | 179 | 179 | PHS 2021 (5.2) |
| care homes, people per 1,000 aged 85+ | 127 | 127 | PHS 2021 (5.3) |
| alarms and telecare, people per 1,000 | 19.9 | 19.9 | PHS 2022 (5.3) |

Planted on purpose, as in real files, and counted in `PracticeRegion.traps`: childminders and
nurseries; homes for children; Inactive, Proposing to Cancel and blank status; staff of 0.1 and
0.01; NA beside blank; 0 places for care at home; combined registrations, one with its half gone
and one that states the same staff twice; a lowest grade below every question of the file's own
join; a row listed twice; a service outside Scotland; a service without data zone or postcode;
two companies of one group; a company whose name is spelled with a comma and without; a company
that a council owns and the register files as private; a health board's services, which leave
the council's field blank; homes that go on at the same address under a new number; an island.
Each council's own list of unregistered services has one that closed; one list gives places as
"about 20"; a census week that Oakshire did not submit reads as zeros. There is no total for
Scotland: nothing invented is said of a real country.
Registration days are spelled 31/03/2016, as a spreadsheet's number and 31-Mar-22, and the files
are Windows-1252, UTF-8 and UTF-8 with a byte-order mark.
"""

from carewright_engine.tables.practice.region import PracticeRegion, practice_region
from carewright_engine.tables.practice.writing import write_practice

__all__ = ["PracticeRegion", "practice_region", "write_practice"]
