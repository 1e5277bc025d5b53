"""Runs the stages over a Corpus. Import from its modules: a run that recalls an earlier one must not load those that analyse."""
