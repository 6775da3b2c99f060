#!/usr/bin/env python3
"""The one command of the project: `python3 build.py serve | build | test | figure …`. It sets up what it needs and starts py/builder in it.

This file must load in old Pythons too, to tell them what they are.
"""

import sys

OLDEST = (3, 11)

if sys.version_info < OLDEST:
    found, wanted = (".".join(map(str, version)) for version in (sys.version_info[:3], OLDEST))
    sys.exit(
        f"This is Python {found} ({sys.executable}); Forward Pass needs {wanted} or newer."
        f"\nInstall a newer Python and start build.py with it, for example: python{wanted} build.py serve"
    )

from pathlib import Path  # noqa: E402

sys.path.insert(0, str(Path(__file__).resolve().parent / "py"))

from builder.start.environment import enter  # noqa: E402

if __name__ == "__main__":
    sys.exit(enter(sys.argv[1:]))
