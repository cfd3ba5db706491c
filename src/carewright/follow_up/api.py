"""The only door of the follow_up stage."""

__all__: list[str] = []
