"""The labels of the small network as Chromium sets them: none touches a foreign line, a neuron or another label."""

from dataclasses import replace

from forwardpass import api

from ...helpers.geometry import Drawing, Text, read, touching
from ..conftest import LiveDemo

# The box of a text's ink: as wide as it is set, as tall as its digits.
MEASURE = """(demo, drawings) => drawings.map((svg) => {
  const holder = demo.shadowRoot.querySelector(".picture").appendChild(document.createElement("div"));
  holder.innerHTML = svg;
  const boxes = [...holder.querySelectorAll("text")].filter((text) => text.textContent).map((text) => {
    const { x, y, width, height } = text.getBBox();
    const { e = 0, f = 0 } = text.closest(".inset")?.transform.baseVal.consolidate()?.matrix ?? {};
    return [text.textContent, x + e, y + f, x + e + width, y + f + height];
  });
  holder.remove();
  return boxes;
})"""
STEPS = ("layer-2", "neuron-1-2", "error", "best", "pass")


def test_labels_of_fifty_problems_touch_nothing(live_demo: LiveDemo) -> None:
    demo = live_demo("demos/simple_forward_pass/")
    for seed in range(50):
        views = [view for view in api.simple_forward_pass(seed, "en")["views"] if view["key"] in STEPS]
        assert len(views) == len(STEPS)
        for view, boxes in zip(views, demo.host.evaluate(MEASURE, [view["svg"] for view in views]), strict=True):
            assert touching(measured(read(view["svg"]), boxes)) == [], f"seed {seed}, {view['key']}"


def measured(drawing: Drawing, boxes: list[tuple[str, float, float, float, float]]) -> Drawing:
    """The drawing with the boxes that the browser found."""
    assert [text.text for text in drawing.texts] == [box[0] for box in boxes]
    return replace(
        drawing,
        texts=[
            Text(text.text, text.own, (box[1], box[2], box[3], box[4]))
            for text, box in zip(drawing.texts, boxes, strict=True)
        ],
    )
