"""Quantities and subjects -> claims, and how claims compare with canonical values."""
