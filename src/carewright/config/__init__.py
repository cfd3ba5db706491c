"""Settings, the command line and start-up: the only package that knows all stages."""
