"""No module brings along more than it uses: each is imported in a fresh Python, which then says what came."""

import subprocess
import sys

import pytest

from builder.shared.paths import PY

PACKAGE = "forwardpass."


def loaded(*modules: str) -> set[str]:
    """What is there after modules of the package were imported."""
    script = f"import sys; before = {{*sys.modules}}; import {', '.join(PACKAGE + name for name in modules)}; "
    said = subprocess.run(
        [sys.executable, "-c", script + "print(*(set(sys.modules) - before), sep='\\n')"],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
        env={"PYTHONPATH": str(PY)},
    )
    return set(said.stdout.split())


def of_the_package(modules: set[str]) -> set[str]:
    return {name.removeprefix(PACKAGE) for name in modules if name.startswith(PACKAGE)}


NETWORK = ("network.activations", "network.layers", "network.forward", "network.gradient")


def test_the_network_takes_numpy_and_nothing_of_the_rest() -> None:
    came = loaded(*NETWORK)
    assert of_the_package(came) == {"network", *NETWORK}
    libraries = {name.partition(".")[0] for name in came} - sys.stdlib_module_names
    assert libraries == {"forwardpass", "numpy"}


@pytest.mark.parametrize(
    ("module", "others"),
    [
        ("network", set()),
        ("network.layers", {"network", "network.activations"}),
        ("svg.figure", {"svg", "svg.geometry", "svg.labels", "svg.markup"}),
        ("words.wording", {"words", "svg", "svg.labels", "svg.markup"}),
        ("words.activations", {"words", "words.catalogs", "errors"}),
        (
            "image_network.samples.thumbnails",
            {
                "image_network",
                "errors",
                "image_network.data_sets",
                "image_network.samples",
                "images",
                "images.pixels",
                "network",
                "network.activations",
                "svg",
                "svg.labels",
                "svg.markup",
                "svg.raster",
                "words",
                "words.wording",
            },
        ),
    ],
)
def test_a_module_brings_what_it_uses_and_no_more(module: str, others: set[str]) -> None:
    assert of_the_package(loaded(module)) == {module, *others}
