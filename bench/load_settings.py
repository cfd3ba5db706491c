"""The product's settings, with a count of queries around each answer and nothing else changed."""

from carewright.config.settings import *  # noqa: F403
from carewright.config.settings import MIDDLEWARE

MIDDLEWARE = ["bench.load_counting.CountQueries", *MIDDLEWARE]
