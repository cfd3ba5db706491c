"""Bids scored by the published method: points, prices, ranking, what would change it, places."""
