"""The only door of the register stage."""

__all__: list[str] = []
