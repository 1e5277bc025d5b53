"""BLAKE2 without hashlib, which loads OpenSSL: that takes longer than all digests of a run."""

try:
    from _blake2 import blake2b
except ImportError:  # an interpreter that has no implementation of its own
    from hashlib import blake2b

__all__ = ["blake2b"]
