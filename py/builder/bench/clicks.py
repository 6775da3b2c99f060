"""What a reader does on a page that is live, and how soon the result is there.

click    from the click's own time stamp until the frame that shows its result has been painted: the first task after it. frames: how many frames that took,
         1 being the next one.
event    the same click by Event Timing: until the next frame is on screen, whether or not it has the result, in steps of 8 ms. Chromium reports none below 16:
         such clicks count as 8, the most that they can have taken.
edit     from an arrow key on an input of the drawing until the page has the step on screen of the problem that this makes.
"""

from typing import NamedTuple

from ..shared.waiting import named
from .contenders import Contender
from .link import linked
from .visits import PATIENCE, Visitor, script, wait_for_live

CLICKS = 200
EDITS = 40
LAST_REPORT = 200  # ms until Event Timing has told of the last click
EVENT_STEP, EVENT_THRESHOLD = 8, 16  # ms, of Event Timing in Chromium
EDITED = """async (wanted) => {
  const demo = document.querySelector("simple-forward-pass");
  const x = () => demo.view.numbers.x[0];
  const until = async (what, test) => {
    for (const end = performance.now() + PATIENCE; !test(); await new Promise((done) => setTimeout(done)))
      if (performance.now() > end) throw new Error(`${what}: did not come within PATIENCE ms`);
  };
  demo.shadowRoot.querySelector("button").dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
  const handle = () => demo.shadowRoot.querySelector(".picture [data-edit=x-0][role]");
  await until("an input with a handle", handle);
  const times = [];
  for (let count = 0; count < wanted; count++) {
    const [before, start] = [x(), performance.now()];
    handle().focus();
    handle().dispatchEvent(new KeyboardEvent("keydown", { key: count % 2 ? "ArrowDown" : "ArrowUp", bubbles: true }));
    await until("an answer to a changed number", () => x() !== before);
    times.push(performance.now() - start);
    await new Promise((done) => setTimeout(done, 100));
  }
  return times;
}"""
CLICKED = """([step, durationThreshold]) => {
  const now = new Function(`return ${step}`);
  window.clicks = [];
  window.reported = new Map();
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntriesByName("click")) reported.set(startTime, duration);
  }).observe({ type: "event", durationThreshold });
  addEventListener("click", ({ timeStamp }) => {
    const before = now();
    let frames = 0;
    const look = () => {
      frames += 1;
      if (now() === before) return requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => clicks.push([performance.now() - timeStamp, frames, timeStamp]);
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  }, true);
}"""
TIMED = "(unreported) => clicks.map(([taken, frames, at]) => [taken, frames, reported.get(at) ?? unreported])"


class Click(NamedTuple):
    """Milliseconds and frames until its result was painted; milliseconds by Event Timing."""

    taken: float
    frames: int
    event: float


def clicked(visitor: Visitor, contender: Contender, button: str, wanted: int = CLICKS) -> list[Click]:
    """So many clicks in turn, each after the result of the one before. button: its selector."""
    with linked(contender.folder, visitor.link) as address, visitor.context() as context:
        page = context.new_page()
        page.add_init_script(script(contender))
        page.goto(address + contender.path)
        wait_for_live(page)
        page.evaluate(CLICKED, [contender.step, EVENT_THRESHOLD])
        target = page.locator(button).first
        for count in range(1, wanted + 1):
            target.scroll_into_view_if_needed()
            box = target.bounding_box() or {"x": 0, "y": 0, "width": 0, "height": 0}
            page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
            with named(f"the result of click {count}", 10):
                page.wait_for_function("(count) => window.clicks.length === count", arg=count, timeout=10_000)
        page.wait_for_timeout(LAST_REPORT)
        return [Click(*found) for found in page.evaluate(TIMED, EVENT_THRESHOLD - EVENT_STEP)]


def edited(visitor: Visitor, contender: Contender) -> list[float]:
    """Milliseconds from each change of a number, which makes another problem, until the page has the step on screen anew."""
    with linked(contender.folder, visitor.link) as address, visitor.context() as context:
        page = context.new_page()
        page.goto(f"{address}{contender.path}?seed=7&step=4")
        page.wait_for_selector("[state=live]", timeout=PATIENCE)
        found: list[float] = page.evaluate(EDITED.replace("PATIENCE", str(PATIENCE)), EDITS)
        return found
