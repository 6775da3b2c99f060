// The ways to start faster, a folder each here and in py/builder/python/. To do without one for good, delete both folders, and its lines here and in
// py/builder/python/ways.py; for one site, `build.py build --without` its name. Python starts all the same, only later.

import { Bytecode } from "./bytecode/bytecode.js";
import { Halves } from "./halves/halves.js";
import { Parts } from "./parts/parts.js";
import { Snapshot } from "./snapshot/snapshot.js";

/** In the order in which they are asked, for Python itself, too. @type {(typeof import("./way.js").Way)[]} */
export const WAYS = [
  ...(WITH.halves ? [Halves] : []),
  ...(WITH.snapshot ? [Snapshot] : []),
  ...(WITH.parts ? [Parts] : []),
  Bytecode,
];
