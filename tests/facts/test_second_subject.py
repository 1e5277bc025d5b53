"""The tool knows no subject: with the pack on Kubernetes alone it finds what is planted in notes on Kubernetes, and nothing else."""

from pathlib import Path

import pytest
from notelint.config import Config, Options
from notelint.diagnostic import Diagnostic
from notelint.engine.run.analyse import analyse_bytes
from notelint.engine.run.run import check
from notelint.reference import Reference, load_reference

TRUE = """\
# Kubernetes

## Pods

- Termination: a grace period of 30 seconds by default
- CrashLoopBackOff: the back-off grows up to 5 minutes, and is reset after 10 minutes without problems

### Probes

| Field | Default |
|---|---|
| initialDelaySeconds | 0 s |
| periodSeconds | 10 s |
| timeoutSeconds | 1 s |

## Deployments

- Rolling update: maxSurge 25 % and maxUnavailable 25 % by default
- **Revision history**: 10 revisions by default
- Progress deadline: 600 seconds

## Services

NodePort: port range 30000-32767.

## Cluster

- Up to 5,000 nodes
- etcd: requests of at most 1.5 MiB
- kubeadm: bootstrap tokens are valid for 24 hours
- ConfigMap: object size at most 1 MiB
- Our deployment has 3 replicas, a readiness probe with a period of 5 seconds and a timeout of 2 seconds
"""

WRONG = """\
# Kubernetes

## Pods

- Grace period: 60 seconds by default
- CrashLoopBackOff: back-off of up to 15 minutes

### Probes

| Field | Default |
|---|---|
| periodSeconds | 20 s |
| timeoutSeconds | 5 s |

## Deployments

- Revision history: 5 revisions by default
- Progress deadline: 300 seconds by default

## Services

- NodePort: port range 30000 to 32000

## Cluster

- Nodes: up to 500 nodes
- ConfigMap: object size at most 1 GiB
- kubeadm token: TTL of 12 hours by default
- etcd: request size of at most 1.5 seconds
"""

FIRST = "# Backups of the cluster\n\n- Retention: 7 days\n\n# Ingress NGINX\n\n- Timeout: 60 s\n"
SECOND = "# Backups of the cluster\n\n- Retention: 14 days\n\n# Ingress NGINX\n\n- Timeout: 90 s\n"


@pytest.fixture(scope="module")
def kubernetes() -> Reference:
    return load_reference(Config(Options(packs=("kubernetes",)), Path(__file__).parent / "nowhere"))


def _diagnostics(notes: dict[str, str], reference: Reference) -> list[Diagnostic]:
    config = Config(Options(select=("facts",)), Path())
    results = {path: analyse_bytes(path, text.encode(), reference) for path, text in notes.items()}
    return list(check(results, config, reference).diagnostics)


def _found(notes: dict[str, str], reference: Reference) -> list[tuple[str, int, str]]:
    return [(one.place.path, one.place.start.line, one.rule) for one in _diagnostics(notes, reference)]


def test_only_what_the_pack_knows_is_known(kubernetes: Reference) -> None:
    assert not [entity for entity in kubernetes.entities if entity.startswith("aws.")]
    assert "kubernetes.pod" in kubernetes.entities


def test_true_notes_are_not_accused(kubernetes: Reference) -> None:
    assert _found({"true.md": TRUE}, kubernetes) == []


def test_wrong_values_are_found(kubernetes: Reference) -> None:
    found = _found({"wrong.md": WRONG}, kubernetes)
    assert {line for _, line, rule in found if rule == "wrong-value"} == {5, 6, 12, 13, 17, 18, 22, 26, 27, 28}


def test_things_that_no_pack_knows_are_not_compared(kubernetes: Reference) -> None:
    assert _found({"first.md": FIRST, "second.md": SECOND}, kubernetes) == []


def test_a_wrong_value_shows_the_notes_that_are_right(kubernetes: Reference) -> None:
    found = _diagnostics({"true.md": TRUE, "wrong.md": WRONG}, kubernetes)
    assert {one.place.path for one in found} == {"wrong.md"}
    grace_period = next(one for one in found if one.place.start.line == 5)
    assert grace_period.rule == "wrong-value"
    assert [(one.place.path, one.place.start.line) for one in grace_period.finding.related] == [("true.md", 5)]
