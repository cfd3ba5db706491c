"""What care costs and what is paid for it: prices built up, uplifts, forecasts, costs compared.

Money is whole pence, rounded once; rates, weights and rises are exact decimals; nothing reads a
clock. Numbers set by law and published indices are given by the caller, with their source.
"""
