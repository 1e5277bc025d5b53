"""A page in headless Chromium, driven over chromedriver's own HTTP interface."""

import base64
import json
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
_ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
)


class Page:
    """One tab; every method is one WebDriver command."""

    def __init__(self, base: str) -> None:
        self._base = base

    def command(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        data = json.dumps(body or {}).encode() if method == "POST" else None
        request = urllib.request.Request(self._base + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(json.load(error)["value"]["message"]) from None

    def open(self, file: Path) -> None:
        self.command("POST", "/url", {"url": file.as_uri()})

    def run(self, script: str, *arguments: Any) -> Any:
        return self.command("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def devtools(self, name: str, **parameters: Any) -> Any:
        return self.command("POST", "/goog/cdp/execute", {"cmd": name, "params": parameters})

    def resize(self, width: int, height: int = 900) -> None:
        self.devtools("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def colours(self, scheme: str) -> None:
        self.devtools("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def log(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.command("POST", "/se/log", {"type": "browser"})
        return found

    def screenshot(self, file: Path, *, full: bool = False) -> None:
        size = self.run("return [document.documentElement.clientWidth, document.documentElement.scrollHeight]")
        clip = {"clip": {"x": 0, "y": 0, "width": size[0], "height": min(size[1], 12000), "scale": 1}} if full else {}
        shot = self.devtools("Page.captureScreenshot", format="png", captureBeyondViewport=full, **clip)
        file.write_bytes(base64.b64decode(shot["data"]))


@contextmanager
def browser() -> Iterator[Page]:
    """A fresh Chromium, ended afterwards."""
    assert CHROMIUM
    assert DRIVER
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    driver = subprocess.Popen([DRIVER, f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        host = Page(f"http://127.0.0.1:{port}")
        _wait(host)
        options = {"binary": CHROMIUM, "args": list(_ARGUMENTS)}
        wanted = {"browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        session = host.command("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})["sessionId"]
        page = Page(f"http://127.0.0.1:{port}/session/{session}")
        yield page
        page.command("DELETE", "")
    finally:
        driver.terminate()
        driver.wait(10)


def _wait(host: Page) -> None:
    for _ in range(100):
        try:
            if host.command("GET", "/status")["ready"]:
                return
        except (AssertionError, OSError):
            pass
        time.sleep(0.1)
    raise AssertionError("chromedriver does not answer")
