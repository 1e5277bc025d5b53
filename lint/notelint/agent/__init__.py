"""What coding agents ask notelint, over the Model Context Protocol."""
