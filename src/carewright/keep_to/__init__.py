"""What an agreement binds everybody to: obligations by their days, statements, grants, briefings.

Decides what is due, from whom, and what shows that it was done.
"""
