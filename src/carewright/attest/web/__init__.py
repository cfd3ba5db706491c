"""Pages of the attest stage."""
