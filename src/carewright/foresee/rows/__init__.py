"""What pages see of what is foreseen: frozen rows, never tables."""
