"""Tables of the stage, one file each."""
