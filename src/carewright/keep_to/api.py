"""The only door of the keep_to stage."""

__all__: list[str] = []
