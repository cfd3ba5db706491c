"""What provision an area has: its type, quality, capacity, cost, accessibility and market."""
