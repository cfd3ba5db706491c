"""Settings, the command line and the start-up of everything: the only package that knows all stages."""
