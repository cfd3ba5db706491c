"""The only door of the cost stage."""

__all__: list[str] = []
