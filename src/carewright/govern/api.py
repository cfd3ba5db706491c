"""The only door of the govern stage."""

__all__: list[str] = []
