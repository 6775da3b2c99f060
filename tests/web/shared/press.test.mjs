// A press goes on until its own pointer is released or lost.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { followPress } from "../../../web/elements/shared/press.js";

let target;
let heard;

beforeEach(() => {
  target = new EventTarget();
  heard = [];
});

const tell = (type, pointerId = 1, buttons = 1) =>
  target.dispatchEvent(Object.assign(new Event(type), { pointerId, buttons }));
const press = () =>
  followPress({ pointerId: 1 }, target, {
    move: ({ type }) => heard.push(type),
    end: (isReleased) => heard.push(isReleased ? "released" : "lost"),
  });

test("it moves, and ends when it is released", () => {
  press();
  tell("pointermove");
  tell("pointerup", 1, 0);
  tell("lostpointercapture", 1, 0);
  tell("pointermove");
  assert.deepEqual(heard, ["pointermove", "released"]);
});

test("other pointers are of no account", () => {
  press();
  for (const type of ["pointermove", "pointerup", "pointercancel"]) tell(type, 2);
  tell("pointermove");
  assert.deepEqual(heard, ["pointermove"]);
});

for (const [name, type, buttons] of [
  ["a move without its button", "pointermove", 0],
  ["a move with the other button alone", "pointermove", 2],
  ["a gesture of the system", "pointercancel", 1],
  ["the loss of its capture", "lostpointercapture", 1],
])
  test(`${name} ends it as lost, once`, () => {
    press();
    tell(type, 1, buttons);
    tell("pointermove");
    tell("pointerup", 1, 0);
    assert.deepEqual(heard, ["lost"]);
  });

test("it can be left without a word", () => {
  press()();
  tell("pointermove");
  tell("pointerup");
  assert.deepEqual(heard, []);
});
