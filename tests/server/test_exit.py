"""How the server ends when its editor does."""

import json
import subprocess
import sys


def _message(method: str, number: int | None = None, params: object = None) -> bytes:
    body: dict[str, object] = {"jsonrpc": "2.0", "method": method}
    if number is not None:
        body["id"] = number
    if params is not None:
        body["params"] = params
    data = json.dumps(body).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(data), data)


def test_server_that_is_told_to_exit_says_nothing_and_exits_with_0() -> None:
    talk = [
        _message("initialize", 1, {"processId": None, "rootUri": None, "capabilities": {}}),
        _message("initialized", params={}),
        _message("shutdown", 2),
        _message("exit"),
    ]
    done = subprocess.run([sys.executable, "-m", "notelint", "server"], input=b"".join(talk), capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
