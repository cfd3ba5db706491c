"""Use cases of the stage, one file each."""
