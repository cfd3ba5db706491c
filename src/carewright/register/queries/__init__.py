"""What others may ask of the register; nothing here changes anything."""
