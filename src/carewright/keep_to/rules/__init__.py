"""Rules of the keep_to stage; pure."""
