"""Side-by-side benchmarks: ours against named peers, answers compared before times."""
