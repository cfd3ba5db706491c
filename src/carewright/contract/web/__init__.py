"""Pages of the contract stage."""
