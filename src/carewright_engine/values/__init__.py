"""Small values that every part of the engine shares: money, periods, areas, calendars."""
