"""What others may ask of what is foreseen; nothing here changes anything."""
