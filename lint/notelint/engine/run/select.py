"""Which findings are shown, and how loud: pure functions over diagnostics."""

from collections.abc import Iterable, Iterator

from notelint.config import Config, ConfigError
from notelint.diagnostic import Diagnostic, Finding, Severity
from notelint.engine.run.files import below_root
from notelint.engine.run.globs import glob_pattern
from notelint.rules import CATEGORIES, OPTIONS, RULES_BY_ID, Scope
from notelint.source.close_names import close_names


def known_names() -> frozenset[str]:
    """All rule ids, all categories, and "all"."""
    return frozenset({*RULES_BY_ID, *CATEGORIES, "all"})


def check_names(config: Config) -> None:
    """Raises ConfigError when the configuration names a rule, category or option that does not exist, or a value that an option cannot have."""
    options = config.options
    named = [("select", name) for name in options.select] + [("ignore", name) for name in options.ignore]
    named += [(f"severity.{name}", name) for name in options.severity]
    named += [(f"per_file_ignores.{glob}", name) for glob, names in options.per_file_ignores.items() for name in names]
    for setting, name in named:
        if name not in known_names():
            close = close_names(name, sorted(known_names()), 1, 0.6)
            hint = f'did you mean "{close[0]}"?' if close else "`notelint rules` lists them"
            raise ConfigError(f'{config.origins.get(setting, setting)}: unknown rule or category "{name}"; {hint}')
    for rule, chosen in options.rules.items():
        _check_options(rule, chosen, config)


def _check_options(rule: str, chosen: dict[str, int], config: Config) -> None:
    known = {option.name: option for option in OPTIONS.get(rule, ())}
    if not known:
        rules = sorted(name for name, options in OPTIONS.items() if options)
        close = close_names(rule, rules, 1, 0.6)
        hint = f'did you mean "{close[0]}"?' if close else f"rules with options are {', '.join(rules)}"
        raise ConfigError(f'{config.origins.get(f"rules.{rule}", "rules")}: no rule "{rule}" with options; {hint}')
    for name, value in chosen.items():
        where = config.origins.get(f"rules.{rule}.{name}", "rules")
        if name not in known:
            close = close_names(name, known, 1, 0.6)
            hint = f'did you mean "{close[0]}"?' if close else f"known are {', '.join(known)}"
            raise ConfigError(f'{where}: unknown option "{name}" of {rule}; {hint}')
        option = known[name]
        if not option.least <= value <= option.most:
            raise ConfigError(f"{where}: rules.{rule}.{name}: expected a number from {option.least} to {option.most}, got {value}")


def selected(config: Config) -> frozenset[str]:
    """Ids of the rules that run: select, less ignore, less those of severity off. An id weighs more than its category, that more than all."""
    return frozenset(
        rule
        for rule in RULES_BY_ID
        if _weight(rule, config.options.select) > _weight(rule, config.options.ignore) and _loudness(rule, config) != "off"
    )


def names_not_run(path: str, config: Config, *, complete: bool) -> frozenset[str]:
    """Ids of the rules that did not look at the note at `path`, with the names of all groups that hold one; `complete` if the corpus rules ran."""
    ignored = tuple(_ignored_in(path, config))
    rules = {rule for rule in selected(config) if not _weight(rule, ignored) and (complete or RULES_BY_ID[rule].SCOPE is not Scope.CORPUS)}
    missing = RULES_BY_ID.keys() - rules
    return frozenset({*missing, *(RULES_BY_ID[rule].CATEGORY for rule in missing), *(["all"] if missing else [])})


def _weight(rule: str, names: Iterable[str]) -> int:
    weights = {"all": 1, RULES_BY_ID[rule].CATEGORY: 2, rule: 3}
    return max((weights.get(name, 0) for name in names), default=0)


def _loudness(rule: str, config: Config) -> str:
    chosen = config.options.severity
    return chosen.get(rule) or chosen.get(RULES_BY_ID[rule].CATEGORY) or chosen.get("all") or RULES_BY_ID[rule].SEVERITY


def diagnose(findings: Iterable[tuple[str, Finding]], config: Config) -> Iterator[Diagnostic]:
    """Findings of selected rules as diagnostics, less those that the file's own ignores silence."""
    rules = selected(config)
    for rule, finding in findings:
        if rule in rules and not _weight(rule, _ignored_in(finding.place.path, config)):
            yield Diagnostic(rule, RULES_BY_ID[rule].CATEGORY, Severity(_loudness(rule, config)), finding)


def _ignored_in(path: str, config: Config) -> Iterator[str]:
    """What per-file-ignores silence in the note; their globs start at the configuration's folder, wherever the run is."""
    if not config.options.per_file_ignores:
        return
    relative = below_root(path, config)
    for glob, names in config.options.per_file_ignores.items():
        if glob_pattern(glob).match(relative):
            yield from names


def ordered(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sorted by path, place and rule, each once."""
    unique = dict.fromkeys(diagnostics)
    return sorted(unique, key=lambda d: (d.place.path, d.place.span, d.rule, d.finding.message))
