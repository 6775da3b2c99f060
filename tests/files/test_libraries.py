"""Files that libraries really wrote, tests/files/make/: what they say is what the libraries said, or they are refused with lines that make a file that fits."""

import ast
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from forwardpass.errors import Refused
from forwardpass.files.kinds import read_arrays
from forwardpass.files.networks import Choices, Wanted, take
from forwardpass.network.forward import forward
from forwardpass.words.catalogs import LANGUAGES, translator

from .make.python_libraries import FOLDER, INPUTS, OUTPUTS

ANSWERS: dict[str, Any] = json.loads((FOLDER / "answers.json").read_text(encoding="utf-8"))
X = np.array(ANSWERS.pop("x"))
REFUSED = sorted(file.name for file in FOLDER.glob("*_refused*"))
SCORES = Wanted(INPUTS, OUTPUTS, "relu", "softmax")
OUTPUTS_AS_THEY_ARE = Wanted(INPUTS, OUTPUTS, "relu")


def largest_difference(content: bytes, said: dict[str, Any], wanted: Wanted) -> float:
    taken = take(read_arrays(content), wanted, Choices(activations=said.get("activations", ())))
    return float(np.abs(forward(taken.ready, X).output - np.array(said["says"])).max())


@pytest.mark.parametrize("file", ANSWERS)
def test_a_file_says_what_the_library_said(file: str) -> None:
    said = ANSWERS[file]
    wanted = OUTPUTS_AS_THEY_ARE if file.startswith("brain") else SCORES
    assert largest_difference((FOLDER / file).read_bytes(), said, wanted) < (1e-6 if said.get("is_float32") else 1e-8)


def test_each_library_has_files_and_each_file_an_answer_or_a_refusal() -> None:
    made_by = {said["made_by"].split()[0] for said in ANSWERS.values()}
    assert made_by == {"PyTorch", "scikit-learn", "Keras", "brain.js", "ConvNetJS"}
    assert {file.name for file in FOLDER.iterdir()} == {*ANSWERS, *REFUSED, "answers.json"}


SAID = {
    "pytorch_refused.pth": "PyTorch",
    "pytorch_before_1_6_refused.pth": "PyTorch",
    "pytorch_layer_norm_refused.safetensors": "a layer normalisation",
    "pytorch_convolution_refused.safetensors": "a convolution",
    "pytorch_lstm_refused.safetensors": "a recurrent layer",
    "pytorch_embedding_refused.safetensors": "an embedding",
    "sklearn_refused.pkl": "pickle",
    "keras_refused.keras": "Keras",
    "keras_refused.h5": "HDF5",
    "keras_refused.json": "the architecture of a Keras model",
    "onnx_refused.onnx": "ONNX",
    "matlab_refused.mat": "MATLAB",
    "numpy_refused.npy": "NumPy",
}


@pytest.mark.parametrize("file", REFUSED)
def test_a_file_that_is_not_opened_is_called_by_its_name(file: str) -> None:
    with pytest.raises(Refused, match=SAID[file]):
        read(file)


def read(file: str) -> None:
    take(read_arrays((FOLDER / file).read_bytes()), SCORES)


RUN_HERE = ["numpy_refused.npy"]  # its library is among the tools


@pytest.mark.parametrize("file", RUN_HERE)
def test_the_lines_that_are_offered_make_a_file_that_fits(file: str, tmp_path: Path) -> None:
    run_lines(file, tmp_path)


def run_lines(file: str, folder: Path) -> None:
    """The lines that come with a refusal, run beside the file they are about."""
    with pytest.raises(Refused) as refused:
        read(file)
    named = f"model{Path(file).suffix}" if "model." in refused.value.lines else f"file{Path(file).suffix}"
    (folder / named).write_bytes((FOLDER / file).read_bytes())
    subprocess.run([sys.executable, "-c", refused.value.lines], cwd=folder, check=True, timeout=300)
    (made,) = (path for path in folder.iterdir() if path.stem == "network")
    take(read_arrays(made.read_bytes()), SCORES)


@pytest.mark.parametrize("lang", LANGUAGES[1:])
@pytest.mark.parametrize("file", ["numpy_refused.npy", "sklearn_refused.pkl"])
def test_comments_in_the_lines_are_in_the_language_of_the_reader(file: str, lang: str) -> None:
    with pytest.raises(Refused) as refused:
        read(file)
    english, told = refused.value.lines, refused.value.said(translator(lang)).lines
    assert ast.dump(ast.parse(told)) == ast.dump(ast.parse(english))
    for one, other in zip(told.splitlines(), english.splitlines(), strict=True):
        assert (one != other) == ("  # " in other)


# --- where the libraries are


LIBRARIES = {
    "pytorch_refused.pth": "torch",
    "pytorch_before_1_6_refused.pth": "torch",
    "sklearn_refused.pkl": "sklearn",
    "keras_refused.keras": "keras",
    "keras_refused.h5": "keras",
    "onnx_refused.onnx": "onnx",
    "matlab_refused.mat": "scipy",
}


@pytest.mark.endure
@pytest.mark.parametrize("file", LIBRARIES)
def test_the_lines_for_other_libraries_make_a_file_that_fits(file: str, tmp_path: Path) -> None:
    pytest.importorskip(LIBRARIES[file], reason=WHY, exc_type=ImportError)
    run_lines(file, tmp_path)


WHY = "the libraries are not among the tools; tests/files/make/python_libraries.py says how to run this"


@pytest.mark.endure
def test_files_made_anew_are_read_as_the_libraries_say(tmp_path: Path) -> None:
    for library in ("torch", "sklearn", "keras", "onnx", "scipy"):
        pytest.importorskip(library, reason=WHY, exc_type=ImportError)
    program = [sys.executable, "-m", "tests.files.make.python_libraries", str(tmp_path)]
    subprocess.run(program, cwd=Path(__file__).parents[2], check=True, timeout=600)
    answers = json.loads((tmp_path / "answers.json").read_text(encoding="utf-8"))
    answers.pop("x")
    assert len(answers) > 10
    for file, said in answers.items():
        assert largest_difference((tmp_path / file).read_bytes(), said, SCORES) < 1e-6, file
