"""Names of the files in a site's folder of Python that are not of one way to start faster alone."""

SCRIPTS = {
    "pyodide.js": "pyodide.mjs",
    "pyodide.asm.js": "pyodide.asm.mjs",
}  # as every host knows the type of, and as Pyodide has them
WHOLE = "pyodide.asm.wasm"
LOCK = "pyodide-lock.json"
STOCK_LIBRARY = "python_stdlib.zip"
STOCK_ONLY = (STOCK_LIBRARY, "*.whl")  # what the stock way alone fetches
LIBRARY = "library.zip"  # the standard one as the fast way has it
PACKAGES = ("forwardpass", "numpy")
ARCHIVES = (LIBRARY, *(f"{package}.zip" for package in PACKAGES))  # that every fast start fetches
PACKED = ".gz"
