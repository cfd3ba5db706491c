"""What others may ask of papers; every answer is a frozen row."""
