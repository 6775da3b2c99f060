/** What the demo adds to the border and to what names a lesson, for type checkers. */

import type { Shown } from "forward-pass/types.js";

declare module "forward-pass/messages.js" {
  interface Calls {
    one_neuron: {
      arguments: { case: number; lang: string };
      answer: { views: Shown[]; steps: string[]; numbered: string[] };
    };
  }
}

declare module "forward-pass/types.js" {
  interface Subject {
    case?: number;
  }
}
