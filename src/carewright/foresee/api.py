"""The only door of the foresee stage."""

__all__: list[str] = []
