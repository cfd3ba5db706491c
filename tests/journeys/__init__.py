"""What people do with the service, in a real browser."""
