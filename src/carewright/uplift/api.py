"""The only door of the uplift stage."""

__all__: list[str] = []
