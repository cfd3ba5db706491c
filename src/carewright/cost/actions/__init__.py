"""What people do in the cost stage, one act to a file."""
