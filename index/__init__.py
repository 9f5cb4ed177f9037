"""Articles in, cited answers out. Knows nothing of Discord."""
