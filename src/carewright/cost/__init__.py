"""What care costs and will cost: price models, unit costs side by side, and the forecast of spend.

Decides which costs and forecasts the register and the screens show, and where each comes from.
"""
