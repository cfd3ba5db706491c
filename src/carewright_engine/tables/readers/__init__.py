"""One module a kind of published file; each declares what it needs and what it yields."""
