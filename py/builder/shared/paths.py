"""Where things are. Standard library only."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PY = ROOT / "py"
WEB = ROOT / "web"
DIST = ROOT / "dist"
WORK = ROOT / ".build"  # what a rebuild reuses; safe to delete
VENV = ROOT / ".venv"
NODE_MODULES = ROOT / "node_modules"
PYODIDE = NODE_MODULES / "pyodide"
