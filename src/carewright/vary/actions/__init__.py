"""What people do in the vary stage, one act to a file."""
