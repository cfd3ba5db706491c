"""What must hold: pure, and with reasons."""
