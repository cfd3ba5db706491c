"""From published tables to what a projection is made of: people ahead, use, hours and breaks.

`people_ahead` finds who will live where, `counts` what was counted of a kind of support, `breaks`
where counting jumped, `hours` how many hours each person has, and `words` says it all to a reader.
"""
