"""What runs remember."""
