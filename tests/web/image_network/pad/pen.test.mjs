import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Pen } from "../../../../web/elements/image-network/pad/pen.js";

const CELL = 10; // units of the sheet
const middle = (column, row) => [(column + 0.5) * CELL, (row + 0.5) * CELL];

let canvas;
let strokes;
let told;

beforeEach(() => {
  strokes = [];
  told = { changed: 0, undone: 0, moved: [] };
  canvas = Object.assign(new EventTarget(), {
    setPointerCapture: () => {},
    getBoundingClientRect: () => ({ left: 100, top: 50, width: 140, height: 140 }),
  });
  const sheet = { begin: (point) => strokes[strokes.push([point]) - 1], undo: () => strokes.pop() };
  const listener = {
    changed: () => told.changed++,
    undo: () => told.undone++,
    moved: (...where) => told.moved.push(where),
  };
  new Pen(canvas, sheet, listener);
});

/** @returns whether the page may do with it what it would */
const happen = (type, what) => canvas.dispatchEvent(Object.assign(new Event(type, { cancelable: true }), what));
const press = (key, what = {}) => happen("keydown", { key, shiftKey: false, ctrlKey: false, metaKey: false, ...what });
const point = (type, clientX, clientY, what = {}) =>
  happen(type, {
    button: 0,
    buttons: 1,
    pointerId: 1,
    pointerType: "mouse",
    isPrimary: true,
    clientX,
    clientY,
    ...what,
  });

test("a pointer draws where it is on the sheet, however large that is shown", () => {
  point("pointerdown", 100, 50);
  point("pointermove", 170, 120);
  point("pointerup", 240, 190);
  point("pointermove", 240, 190);
  assert.deepEqual(strokes, [
    [
      [0, 0],
      [140, 140],
    ],
  ]);
});

test("what a browser has put together into one move is drawn as it was", () => {
  point("pointerdown", 100, 50);
  point("pointermove", 240, 190, {
    getCoalescedEvents: () => [
      { clientX: 170, clientY: 50 },
      { clientX: 240, clientY: 190 },
    ],
  });
  assert.deepEqual(strokes, [
    [
      [0, 0],
      [140, 0],
      [280, 280],
    ],
  ]);
});

test("one finger draws at a time, and a mouse only with its first button", () => {
  point("pointerdown", 100, 50, { button: 2 });
  point("pointerdown", 100, 50, { pointerType: "touch" });
  point("pointerdown", 240, 190, { pointerType: "touch", pointerId: 2, isPrimary: false });
  point("pointermove", 240, 190, { pointerType: "touch", pointerId: 2, isPrimary: false });
  assert.deepEqual(strokes, [[[0, 0]]]);
});

test("a pen takes over from the palm that was there before it, and not the other way round", () => {
  point("pointerdown", 240, 190, { pointerType: "touch" });
  point("pointerdown", 100, 50, { pointerType: "pen", pointerId: 2 });
  point("pointerdown", 240, 190, { pointerType: "touch", pointerId: 3 });
  point("pointermove", 170, 120, { pointerType: "pen", pointerId: 2 });
  assert.deepEqual(strokes, [
    [
      [0, 0],
      [140, 140],
    ],
  ]);
});

test("a press whose release was lost ends where the pointer comes back without it", () => {
  point("pointerdown", 100, 50);
  point("pointermove", 240, 190, { buttons: 0 });
  point("pointermove", 170, 120);
  assert.deepEqual(strokes, [[[0, 0]]]);
});

test("the first arrow shows the cursor in the middle, the next ones move it, and it stays on the sheet", () => {
  press("ArrowLeft");
  press("ArrowLeft");
  press("ArrowUp");
  for (let i = 0; i < 40; i++) press("ArrowDown");
  assert.deepEqual(told.moved.slice(0, 3), [
    [14, 14, false],
    [13, 14, false],
    [13, 13, false],
  ]);
  assert.deepEqual(told.moved.at(-1), [13, 27, false]);
  assert.deepEqual(strokes, []);
});

test("space paints a dot, arrows with shift draw on from it", () => {
  press("ArrowRight");
  press(" ");
  press("ArrowRight", { shiftKey: true });
  press("ArrowDown", { shiftKey: true });
  press("ArrowDown");
  press("ArrowDown", { shiftKey: true });
  assert.deepEqual(strokes, [
    [middle(14, 14), middle(15, 14), middle(15, 15)],
    [middle(15, 16), middle(15, 17)],
  ]);
});

test("undo is a key of its own, and keys that mean nothing here are left to the page", () => {
  assert.equal(press("z", { ctrlKey: true }), false);
  assert.equal(press("Z", { metaKey: true }), false);
  assert.equal(told.undone, 2);
  assert.equal(press("z"), true);
  assert.equal(press("Tab"), true);
});

test("once the focus has left, the cursor begins in the middle again", () => {
  press("ArrowLeft");
  press("ArrowLeft");
  happen("blur");
  press("ArrowLeft");
  assert.deepEqual(told.moved, [
    [14, 14, false],
    [13, 14, false],
    [14, 14, false],
  ]);
});
