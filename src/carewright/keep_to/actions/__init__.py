"""What people do in the keep_to stage, one act to a file."""
