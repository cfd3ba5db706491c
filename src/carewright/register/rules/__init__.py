"""What must hold of imported files and of what people say about them; pure."""
