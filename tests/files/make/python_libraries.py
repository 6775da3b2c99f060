"""Makes tests/files/data/libraries/: small networks, 5-4-3, saved by PyTorch, scikit-learn, Keras, ONNX and SciPy in the ways that people save them, and what each says to ten inputs.

Run it where they are installed; the first line of each answer names the version:

    python -m venv /tmp/libraries
    /tmp/libraries/bin/pip install torch==2.13.0 safetensors==0.8.0 scikit-learn==1.9.1 keras==3.15.1 h5py==3.16.0 onnx==1.23.2 scipy
    KERAS_BACKEND=torch PYTHONPATH=. /tmp/libraries/bin/python -m tests.files.make.python_libraries

With a folder behind it, the files come there.
"""

import json
import pickle
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

FOLDER = Path(__file__).parents[1] / "data" / "libraries"
INPUTS, HIDDEN, OUTPUTS, SHOWN, SEED = 5, 4, 3, 10, 1
DECIMALS = 9

X = np.round(np.random.default_rng(SEED).normal(size=(SHOWN, INPUTS)), 3)
LABELS = np.arange(SHOWN) % OUTPUTS

Answers = dict[str, Any]


def main(folder: Path = FOLDER) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    answers: Answers = {"x": X.tolist()}
    for make in MAKERS:
        answers |= make(folder)
    (folder / "answers.json").write_text(json.dumps(answers, indent=1) + "\n", encoding="utf-8")


def answer(made_by: str, says: Any, activations: list[str] | None = None) -> dict[str, Any]:
    """says: (10, 3) probabilities. activations: of the hidden layers, where the file does not tell them."""
    return {"made_by": made_by, "says": np.round(np.asarray(says, np.float64), DECIMALS).tolist()} | (
        {"activations": activations} if activations else {}
    )


# --- PyTorch


def pytorch(folder: Path) -> Answers:
    import torch  # noqa: PLC0415
    from safetensors.torch import save_file  # noqa: PLC0415

    torch.manual_seed(SEED)
    nn, version, answers = torch.nn, f"PyTorch {torch.__version__}", Answers()
    models = {
        "plain": nn.Sequential(nn.Linear(INPUTS, HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, OUTPUTS)),
        "square": nn.Sequential(nn.Linear(INPUTS, 4), nn.Tanh(), nn.Linear(4, 4), nn.Tanh(), nn.Linear(4, OUTPUTS)),
        "norm": nn.Sequential(nn.Linear(INPUTS, HIDDEN), nn.BatchNorm1d(HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, OUTPUTS)),
        "norm_behind": nn.Sequential(nn.Linear(INPUTS, HIDDEN), nn.ReLU(), nn.BatchNorm1d(HIDDEN), nn.Linear(HIDDEN, OUTPUTS)),
        "norm_first": nn.Sequential(nn.BatchNorm1d(INPUTS), nn.Linear(INPUTS, HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, OUTPUTS)),
        "no_bias": nn.Sequential(nn.Linear(INPUTS, HIDDEN, bias=False), nn.ReLU(), nn.Linear(HIDDEN, OUTPUTS, bias=False)),
        "twelve": nn.Sequential(nn.Linear(INPUTS, 3), *(part for _ in range(10) for part in (nn.ReLU(), nn.Linear(3, 3)))),
    }  # fmt: skip
    for name, model in models.items():
        says = _trained(torch, model)
        hidden = ["tanh", "tanh"] if name == "square" else None
        save_file(model.state_dict(), folder / f"pytorch_{name}.safetensors")
        answers[f"pytorch_{name}.safetensors"] = answer(version, says, hidden)
    wrapped = {f"module._orig_mod.{name}": values for name, values in models["plain"].state_dict().items()}
    plain = models["plain"].state_dict()
    arrays = {name: values.numpy() for name, values in wrapped.items()}
    np.savez(folder / "pytorch_wrapped.npz", **arrays)
    np.savez(folder / "pytorch_unnamed.npz", *(values.numpy() for values in models["norm"].state_dict().values()))
    lists = {name: values.tolist() for name, values in plain.items()}
    checkpoint = {"epoch": 3, "model_state_dict": lists, "loss": 0.25}
    (folder / "pytorch_checkpoint.json").write_text(json.dumps(checkpoint) + "\n", encoding="utf-8")
    for name in ("wrapped.npz", "checkpoint.json"):
        answers[f"pytorch_{name}"] = answers["pytorch_plain.safetensors"]
    answers["pytorch_unnamed.npz"] = answers["pytorch_norm.safetensors"]
    torch.save(plain, folder / "pytorch_refused.pth")
    torch.save(plain, folder / "pytorch_before_1_6_refused.pth", _use_new_zipfile_serialization=False)
    others = {
        "layer_norm": nn.Sequential(nn.Linear(INPUTS, HIDDEN), nn.LayerNorm(HIDDEN), nn.Linear(HIDDEN, OUTPUTS)),
        "convolution": nn.Sequential(nn.Conv2d(1, 2, 2), nn.Flatten(), nn.Linear(8, OUTPUTS)),
        "lstm": nn.LSTM(INPUTS, HIDDEN),
        "embedding": nn.ModuleDict({"embedding": nn.Embedding(6, INPUTS), "fc": nn.Linear(INPUTS, OUTPUTS)}),
    }
    for name, model in others.items():
        save_file(model.state_dict(), folder / f"pytorch_{name}_refused.safetensors")
    return answers


def _trained(torch: Any, model: Any) -> Any:
    """A few steps, so that batch normalisation has seen something. The answers are in float64, without PyTorch's own rounding."""
    x, y = torch.from_numpy(X).float(), torch.from_numpy(LABELS).long()
    optimizer = torch.optim.SGD(model.parameters(), 0.5)
    for _ in range(20):
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(model(x), y).backward()
        optimizer.step()
    model.eval()
    state = {name: values.clone() for name, values in model.state_dict().items()}
    with torch.no_grad():
        says = model.double()(torch.from_numpy(X)).softmax(1).numpy()
    model.float().load_state_dict(state)
    return says


# --- scikit-learn


def scikit_learn(folder: Path) -> Answers:
    import sklearn  # noqa: PLC0415
    from sklearn.exceptions import ConvergenceWarning  # noqa: PLC0415
    from sklearn.neural_network import MLPClassifier  # noqa: PLC0415
    from sklearn.utils._testing import ignore_warnings  # noqa: PLC0415

    version, answers = f"scikit-learn {sklearn.__version__}", Answers()
    for activation in ("relu", "tanh", "logistic"):
        model = MLPClassifier((HIDDEN, HIDDEN), activation=activation, max_iter=50, random_state=SEED)
        ignore_warnings(category=ConvergenceWarning)(model.fit)(X, LABELS)
        said = answer(version, model.predict_proba(X))
        name = f"sklearn_{activation}"
        np.savez(folder / f"{name}.npz", *model.coefs_, *model.intercepts_, activation=model.activation)
        lists = {
            "coefs_": [values.tolist() for values in model.coefs_],
            "intercepts_": [values.tolist() for values in model.intercepts_],
            "activation": model.activation,
            "out_activation_": model.out_activation_,
            "classes_": model.classes_.tolist(),
            "n_layers_": model.n_layers_,
            "loss_": model.loss_,
        }
        (folder / f"{name}.json").write_text(json.dumps(lists) + "\n", encoding="utf-8")
        answers |= {f"{name}.npz": said, f"{name}.json": said}
    (folder / "sklearn_refused.pkl").write_bytes(pickle.dumps(model))
    return answers


# --- Keras


def keras(folder: Path) -> Answers:
    import keras  # noqa: PLC0415

    version, answers, layers = f"Keras {keras.__version__}", Answers(), keras.layers
    keras.utils.set_random_seed(SEED)
    models = {
        "plain": [layers.Dense(HIDDEN, "relu"), layers.Dense(OUTPUTS, "softmax")],
        "square": [layers.Dense(HIDDEN, "tanh"), layers.Dense(HIDDEN, "tanh"), layers.Dense(OUTPUTS, "softmax")],
        "norm": [layers.Dense(HIDDEN), layers.BatchNormalization(), layers.ReLU(), layers.Dense(OUTPUTS, "softmax")],
        "norm_no_bias": [layers.Dense(HIDDEN, use_bias=False), layers.BatchNormalization(), layers.ReLU(), layers.Dense(OUTPUTS, "softmax")],
    }  # fmt: skip
    for name, given in models.items():
        model = keras.Sequential([keras.Input((INPUTS,)), *given])
        model.compile("sgd", "sparse_categorical_crossentropy")
        model.fit(X, LABELS, epochs=20, verbose=0)
        weights = model.get_weights()
        file = f"keras_{name}.npz"
        hidden = ["tanh", "tanh"] if name == "square" else ["relu"]
        named: dict[str, Any] = {"activations": [*hidden, "softmax"]} if name != "norm" else {}
        np.savez(folder / file, *weights, **named)
        answers[file] = answer(version, model.predict(X, verbose=0)) | {"is_float32": True}
        if name == "plain":
            named = {each.path: each.numpy() for each in model.weights}
            np.savez(folder / "keras_named.npz", **named)
            answers["keras_named.npz"] = answers[file]
            model.save(folder / "keras_refused.keras")
            model.save(folder / "keras_refused.h5")
            (folder / "keras_refused.json").write_text(model.to_json() + "\n", encoding="utf-8")
    return answers


# --- ONNX, SciPy and numpy: refused, with the lines that make a file that fits


def others(folder: Path) -> Answers:
    import onnx  # noqa: PLC0415
    import scipy  # noqa: PLC0415
    from onnx import helper, numpy_helper  # noqa: PLC0415

    generator = np.random.default_rng(SEED)
    arrays = {
        "fc1.weight": generator.normal(size=(HIDDEN, INPUTS)).astype(np.float32),
        "fc1.bias": generator.normal(size=HIDDEN).astype(np.float32),
        "fc2.weight": generator.normal(size=(OUTPUTS, HIDDEN)).astype(np.float32),
        "fc2.bias": generator.normal(size=OUTPUTS).astype(np.float32),
    }
    nodes = [
        helper.make_node("Gemm", ["x", "fc1.weight", "fc1.bias"], ["z1"], transB=1),
        helper.make_node("Relu", ["z1"], ["a1"]),
        helper.make_node("Gemm", ["a1", "fc2.weight", "fc2.bias"], ["z2"], transB=1),
    ]
    ends = [helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [1, size]) for name, size in (("x", INPUTS), ("z2", OUTPUTS))]  # fmt: skip
    graph = helper.make_graph(nodes, "network", ends[:1], ends[1:], [numpy_helper.from_array(values, name) for name, values in arrays.items()])  # fmt: skip
    onnx.save(helper.make_model(graph, producer_name="pytorch"), folder / "onnx_refused.onnx")
    scipy.io.savemat(folder / "matlab_refused.mat", {name.replace(".", "_"): values for name, values in arrays.items()})
    np.save(folder / "numpy_refused.npy", np.array(arrays, dtype=object), allow_pickle=True)
    return {}


MAKERS: tuple[Callable[[Path], Answers], ...] = (pytorch, scikit_learn, keras, others)

if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
