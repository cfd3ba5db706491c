"""Commands that need no database and no server: one file a command."""
