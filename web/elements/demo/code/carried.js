// What becomes of lines that a reader has changed when the step's own lines change: numbers that were changed in the drawing change where they are set.

const SET = /^(\w+) = /;

/** @param {{own: string, text: string}} before the step's own lines and what the reader had made of them @param {string} own the step's lines now */
export function carried({ own: former, text }, own) {
  const [were, are] = [former.split("\n"), own.split("\n")];
  if (were.length !== are.length) return own; // another network: the lines are about something else
  const lines = text.split("\n");
  for (const [number, line] of are.entries()) {
    const name = line !== were[number] && SET.exec(line)?.[1];
    const at = name ? lines.findIndex((written) => written.startsWith(`${name} = `)) : -1;
    if (at >= 0) lines[at] = line;
  }
  return lines.join("\n");
}
