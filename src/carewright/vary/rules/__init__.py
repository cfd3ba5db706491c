"""Rules of the vary stage; pure."""
