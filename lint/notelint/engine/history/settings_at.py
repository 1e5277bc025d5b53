"""Settings, packs and baseline as they are at a commit, so that a pull request is not judged by its own."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from notelint.config import Config, ConfigError, discover, load
from notelint.engine.history.baseline_file import FILE as BASELINE
from notelint.engine.history.git import Repository

_NAMES = frozenset({"notelint.toml", "pyproject.toml", BASELINE})


class SettingsAt:
    """Those of the commit `ref` in the checkout around `root`, laid out in `scratch` as in the repository. Raises GitError."""

    def __init__(self, ref: str, root: Path, scratch: Path) -> None:
        self._ref = ref
        self._repository = Repository(str(root))
        self._files = self._repository.files(self._repository.commit(ref))
        self._scratch = scratch
        (scratch / ".git").mkdir()

    def config(self, paths: Sequence[str], config_path: str | None, *, isolated: bool) -> Config:
        """The configuration that `paths` have at the commit, for notes here; raises ConfigError with places of that commit."""
        names = [self._name(path) for path in paths if path != "-"] or [self._name(".")]
        self._lay_out(name for name in self._files if os.path.basename(name) in _NAMES)
        for path, name in zip(paths, names, strict=False):
            (self._scratch / (name if os.path.isdir(path) else os.path.dirname(name))).mkdir(parents=True, exist_ok=True)
        found = None if isolated else self._given(config_path) if config_path else discover(str(self._scratch / name) for name in names)
        try:
            config = load(found, self._scratch)
        except ConfigError as error:
            raise ConfigError(self._shown(str(error))) from None
        home = config.root
        here = os.path.relpath(home, self._scratch)
        for pack in (config.options.schema, *config.options.packs):
            folder = os.path.normpath(os.path.join(here, pack)).replace(os.sep, "/")
            self._lay_out(name for name in self._files if name.startswith(f"{folder}/"))
        return replace(
            config,
            root=Path(os.path.normpath(os.path.join(self._repository.top, here))),
            home=home,
            path=Path(self._shown(str(found))) if found else None,
            origins={key: self._shown(origin) for key, origin in config.origins.items()},
        )

    def _given(self, path: str) -> Path:
        name = self._name(path)
        if name not in self._files:
            raise ConfigError(f"--config: there is no {name} at {self._ref}")
        self._lay_out([name])
        return self._scratch / name

    def _name(self, path: str) -> str:
        """The path in the repository, whatever symbolic links there are here."""
        here = os.path.join(os.path.realpath(os.getcwd()), path)
        return os.path.relpath(os.path.normpath(here), self._repository.top).replace(os.sep, "/")

    def _lay_out(self, names: Iterable[str]) -> None:
        chosen = [name for name in names if not (self._scratch / name).exists()]
        blobs = self._repository.blobs(self._files[name] for name in chosen)
        for name in chosen:
            path = self._scratch / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(blobs[self._files[name]])

    def _shown(self, text: str) -> str:
        return text.replace(f"{self._scratch}{os.sep}", f"{self._ref}:")
