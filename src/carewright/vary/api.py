"""The only door of the vary stage."""

__all__: list[str] = []
