"""The only door of the platform stage."""

__all__: list[str] = []
