"""`build.py profile`: which functions of Pyodide's WebAssembly the demos use."""
