"""The benchmarks give equal answers; their times are for people to read."""
