"""People followed one by one, for questions that rates cannot answer.

`packed` follows need in five levels through a nation in well under a second. `life_course` adds
living alone, unpaid carers who may stop, where somebody lives, eligibility, charges, prevention
and hours. Both throw each person's own dice (`hashing`), so that two scenarios differ by the lever
alone, and give the same bits on any number of threads.
"""
