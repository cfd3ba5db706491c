"""The record of events, sealed so that nobody changes it unseen.

Decides whether the record is still what was written.
"""
