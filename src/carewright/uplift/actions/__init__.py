"""What people do in the uplift stage, one act to a file."""
