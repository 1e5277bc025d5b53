"""Text -> Quantity: numbers with units, bounds and ranges."""
