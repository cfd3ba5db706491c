"""Views of the contract stage."""
