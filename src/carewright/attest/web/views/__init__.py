"""Views of the attest stage."""
