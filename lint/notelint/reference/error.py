"""What is wrong with a pack."""


class PackError(Exception):
    """Something in a pack that cannot be used; `errors` are lines "file:line:column: what is wrong" for the user."""

    def __init__(self, errors: list[str]) -> None:
        super().__init__("\n".join(errors))
        self.errors = errors
