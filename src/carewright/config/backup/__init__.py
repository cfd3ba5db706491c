"""Copies an installation whole, and brings the copy back to where nothing is.

A backup is one file: the database as it stood at one moment, every kept file, the keys that sign
the record, and a manifest with the count and digest of each, by which a restored copy is checked.
"""
