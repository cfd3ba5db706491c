"""The engine: pure functions from frozen problems to frozen answers.

It knows neither the web framework, nor the clock, nor the network. The command line, the
web application and a notebook call the same functions.
"""
