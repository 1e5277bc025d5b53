"""Words that are a part of something longer: a path, an address, a name of code."""


def is_glued(text: str, start: int, end: int) -> bool:
    """Whether it is a part of a path, an address or a name of code."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and before in "/\\._@#:=$~" and (before in "._@#$~\\" or text[start - 2 : start - 1] not in ("", " ")):
        return before != "/" or _is_path(text, start, end)
    if after and after in "/\\._@=:" and text[end + 1 : end + 2].isalnum():
        return after != "/" or _is_path(text, start, end)
    return (before == "-" and text[start - 2 : start - 1].isalnum() and text[start:end].islower()) or after == "("


def _is_path(text: str, start: int, end: int) -> bool:
    """Three or more parts with slashes, or one with a dot."""
    left = text.rfind(" ", 0, start) + 1
    right = text.find(" ", end)
    chunk = text[left : right if right >= 0 else len(text)]
    return (
        chunk.partition("/")[0].lower() in ("application", "text", "image", "multipart")
        or chunk.count("/") > 2
        or "." in chunk.strip(".")
        or chunk.startswith("/")
        or "://" in chunk
    )
