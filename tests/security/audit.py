"""Looks the pinned dependencies up among known vulnerabilities: `make audit`, or `python -m tests.security.audit`.

Ends with 1 where a release that mends one exists: then there is something to do. A vulnerability without a release that
mends it is told and no more, as a check that nobody can turn green is soon looked at by nobody. Where the data can't be
reached, a note says so: that is no fault of the dependencies, and no reason to hold up a change.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Any

SERVICES: tuple[tuple[str, ...], ...] = ((), ("--vulnerability-service", "osv"))
"""Where pip-audit looks: where packages come from, else in the database of open-source vulnerabilities."""
SECONDS = 180
"""For each of them; 150 packages take half a minute."""
CALL = (
    *(sys.executable, "-m", "pip_audit", "--requirement", "constraints.txt", "--no-deps", "--disable-pip"),
    *("--format", "json", "--progress-spinner", "off", "--timeout", "10"),
)
Report = Mapping[str, Any]


def looked_up(service: Sequence[str]) -> Report | None:
    """What one service says of the pinned dependencies; None where it can't be reached or knows none of them."""
    try:
        done = subprocess.run([*CALL, *service], capture_output=True, text=True, timeout=SECONDS, check=False)
        report: Report = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, json.JSONDecodeError):
        return None
    return report if any("vulns" in one for one in report["dependencies"]) else None


def told(report: Report | None) -> tuple[list[str], int]:
    """The lines to print and the exit code."""
    if report is None:
        return ["note: no data on vulnerabilities could be reached: the dependencies were not audited"], 0
    lines, code = [], 0
    for one in report["dependencies"]:
        for found in one.get("vulns", ()):
            fixed = ", ".join(found["fix_versions"])
            remedy = f"mended in {fixed}" if fixed else "note: no release mends it yet"
            lines.append(f"{one['name']} {one['version']}: {found['id']}, {remedy}")
            code = 1 if fixed else code
    unknown = [one["name"] for one in report["dependencies"] if "vulns" not in one]
    if unknown:
        lines.append(f"note: nothing could be said of {', '.join(unknown)}")
    looked_at = len(report["dependencies"]) - len(unknown)
    return [
        *lines,
        f"{looked_at} dependencies audited, {'some are to be updated' if code else 'none to be updated'}",
    ], code


def main() -> int:
    """Ask one service, else the next, and tell what it says."""
    lines, code = told(next(filter(None, map(looked_up, SERVICES)), None))
    sys.stdout.write("\n".join(lines) + "\n")
    return code


if __name__ == "__main__":
    raise SystemExit(main())
