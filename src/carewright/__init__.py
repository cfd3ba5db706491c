"""Carewright: open software with which councils and their health partners commission care."""
