"""What was there before: baselines, and states that git knows."""
