"""The only door of the analyse stage."""

__all__: list[str] = []
