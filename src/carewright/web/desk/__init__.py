"""What lies on an officer's desk, gathered from every stage and ready to print."""
