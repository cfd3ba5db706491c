"""Rules of the uplift stage; pure."""
