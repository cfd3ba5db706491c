"""Commands that need the database or the repository; the engine brings its own."""
