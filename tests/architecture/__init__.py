"""The house rules that tools hold, whatever anybody intends."""
