"""Makes tests/files/pytorch_784_16_10.*: a network trained and saved by PyTorch, and what PyTorch says to the first test images.

Run it where torch and safetensors are installed: `PYTHONPATH=py python -m tests.pytorch_network`.
"""

import json
from pathlib import Path
from typing import Any

from builder.images.image_sets import read_examples

FILES = Path(__file__).parents[1] / "files" / "data"
NAME = "pytorch_784_16_10"
SHOWN = 20


def make(torch: Any, epochs: int = 1) -> Any:
    """A model of torch.nn, trained on MNIST."""
    torch.manual_seed(1)
    nn = torch.nn
    model = nn.Sequential(nn.Linear(784, 16), nn.Tanh(), nn.Linear(16, 10))
    examples = read_examples("mnist", "train")
    x = torch.from_numpy(examples.pixels.copy()).float() / 255
    y = torch.from_numpy(examples.labels.copy()).long()
    optimizer = torch.optim.Adam(model.parameters(), 0.005)
    for _ in range(epochs):
        for batch in torch.randperm(len(x)).split(100):
            optimizer.zero_grad()
            nn.functional.cross_entropy(model(x[batch]), y[batch]).backward()
            optimizer.step()
    return model


def probabilities(torch: Any, model: Any, count: int) -> list[list[float]]:
    """In float64: what the weights say, without PyTorch's own rounding."""
    x = torch.from_numpy(read_examples("mnist", "test").pixels[:count].copy()).double() / 255
    with torch.no_grad():
        found: list[list[float]] = model.double()(x).softmax(1).tolist()
    return found


def main() -> None:
    import torch  # noqa: PLC0415
    from safetensors.torch import save_file  # noqa: PLC0415

    model = make(torch)
    save_file(model.state_dict(), FILES / f"{NAME}.safetensors", {"activations": "tanh,identity"})
    answers = [[round(p, 9) for p in row] for row in probabilities(torch, model, SHOWN)]
    (FILES / f"{NAME}.json").write_text(json.dumps(answers) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
