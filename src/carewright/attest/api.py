"""The only door of the attest stage."""

__all__: list[str] = []
