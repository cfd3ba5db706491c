"""How many people use each kind of support, fitted from published activity, and how sure that is.

`observations` reads what was published, with rounding and gaps as intervals; `model.fit_use` fits
it with partial pooling between areas and draws the years ahead; `backtest` asks how well that
would have foretold years that have since been published.
"""
