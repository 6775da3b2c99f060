"""The 10,000 test images of MNIST, classified by our network in Python and, with the same weights, in ConvNetJS: from pixels to classes, both in JavaScript's hands."""

from typing import Any

from ..publish.hashed_folders import part_address
from .contenders import Contender
from .link import linked
from .visits import PATIENCE, Visitor

FILES, SUM = 200, 4  # each ends with a sum of so many bytes
OURS = """async (folder) => {
  const { python } = await import(new URL("../../embed.js", location.href).href);
  const parts = await Promise.all([...Array(FILES).keys()].map(async (k) => (await fetch(`../../${folder}images/${k}.bin`)).bytes()).slice(0, -SUM));
  const pixels = new Uint8Array(await new Blob(parts).arrayBuffer());
  const times = [];
  let predicted;
  for (let round = 0; round < 3; round++) {
    const started = performance.now();
    ({ predicted } = await python.call("classify", { pixels }));
    times.push(performance.now() - started);
  }
  return [times, predicted];
}""".replace("FILES", str(FILES)).replace("SUM", str(SUM))
THEIRS = """async (images) => {
  const net = makeNet(await (await fetch("weights.json")).json());
  const pixels = Uint8Array.from(atob(images), (letter) => letter.charCodeAt(0));
  const times = [];
  let predicted;
  for (let round = 0; round < 3; round++) {
    const started = performance.now();
    predicted = classify(net, pixels);
    times.push(performance.now() - started);
  }
  return [times, predicted];
}"""
Classified = tuple[list[float], list[int]]


def classified_by_ours(visitor: Visitor, ours: Contender) -> Classified:
    """Milliseconds of three rounds, and the classes."""
    with linked(ours.folder, visitor.link) as address, visitor.context() as context:
        page = context.new_page()
        page.goto(f"{address}demos/forward_pass_mnist/")
        page.wait_for_selector("[state=live]", timeout=PATIENCE)
        found: Any = page.evaluate(OURS, part_address(ours.folder, "mnist"))
        return found[0], found[1]


def classified_by_reference(visitor: Visitor, reference: Contender, images: str) -> Classified:
    """The same; images: their pixels in base64."""
    with linked(reference.folder, visitor.link) as address, visitor.context() as context:
        page = context.new_page()
        page.goto(f"{address}digits.html")
        found: Any = page.evaluate(THEIRS, images)
        return found[0], found[1]
