"""The only door of the decide stage."""

__all__: list[str] = []
