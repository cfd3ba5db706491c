"""What others may ask of this stage; every answer is a frozen row."""
