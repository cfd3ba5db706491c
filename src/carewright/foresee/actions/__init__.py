"""Part of the stage; see its `api.py`."""
