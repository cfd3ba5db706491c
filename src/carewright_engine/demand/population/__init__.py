"""How many people will live where: by area, sex and single year of age, with honest widths.

`project` takes a base forward by births, deaths and moves; `as_published` uses an official
projection as it is. Counting conventions, what is derived or borrowed, and the accounts of every
year are part of the answer. docs/methods/population.md says all this for an analyst.
"""
