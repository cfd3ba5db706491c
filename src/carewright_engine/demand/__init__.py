"""What people will need: population, use of support, and the gap ahead, honestly uncertain.

`population` projects people by area, sex and single year of age. `need` fits how many of them
use each kind of support, from published activity. `individuals` follows people one by one, for
questions that rates cannot answer. `scenarios` puts levers on these and sums people, hours,
places and pounds as quantiles with their level named.
"""
