"""Rules of the cost stage; pure."""
