"""Quantities and subjects -> claims, and how claims stand to canonical values."""
