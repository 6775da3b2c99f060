// The attributes of the elements, which the address of a frame may carry too.

export const ATTRIBUTES = [
  "lang",
  "seed",
  "problem",
  "step",
  "sample",
  "drawing",
  "network",
  "data",
  "theme",
  "controls",
];
