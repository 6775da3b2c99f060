"""Pyodide's WebAssembly in two halves."""
