/** Shapes that cross the borders between Python, the worker and the elements. */

declare global {
  /** Filled in by py/builder/assets.py: where the parts of the site are, from its root, and the languages with spaces between. */
  const PARTS: { fashion: string; lessons: string; mnist: string; networks: string; python: string };
  const LANGUAGES: string;
}

export interface View {
  svg: string;
  html: string;
  text: string;
  alt: string;
  code: string;
  numbers: Record<string, unknown>;
  index: number;
  count: number;
  key: string;
  title?: string;
  question?: Question;
}

/** What may be asked before a step is shown. `html` and `reason` are markup; `answer` is the number of the right choice. */
export interface Question {
  html: string;
  text: string;
  choices: string[];
  answer: number;
  reason: string;
}

/** The network after so many steps of learning. `onward`: the step that comes next when it runs. */
export interface Learned {
  title: string;
  svg: string;
  plot: string;
  html: string;
  spoken: string;
  numbers: { iteration: number; last: number; onward: number };
}

/** Not yet all views where it is `partial`. The rest is about the small network only: what can be changed and asked. */
export interface Lesson {
  views: View[];
  partial?: boolean;
  subject?: Subject;
  original?: Subject;
  architecture?: Architecture;
  places?: Record<string, { label: string; value: number }>;
  neurons?: Record<string, string>;
}

/** One step of a lesson, with what goes for all of it. */
export interface Step extends Omit<Lesson, "views"> {
  view: View;
  subject: Subject;
}

export interface Architecture {
  sizes: number[];
  activations: string[];
}

export interface Progress {
  file: string;
  loaded: number;
  total: number;
}

/** What went wrong, as the key of a sentence in `words` and what fills its placeholders. */
export interface Failure {
  key: string;
  details: Record<string, string | number>;
}

export interface Status {
  phase: "idle" | "loading" | "live" | "error";
  progress?: Progress;
  error?: Failure;
}

/** What names a lesson, as it stands in an address: {seed: 7}, {sample: 12}. */
export type Subject = Record<string, string | number>;

export type Parameter = NumberParameter | TextParameter;

/** What a number in the address must keep to. `otherwise` is taken for a wrong one; with `nearest`, a number beyond a limit becomes the limit; `most_of_problems`: the limit where a problem is given by its code. */
export interface NumberParameter {
  least: number;
  most: number;
  otherwise: number;
  nearest?: boolean;
  most_of_problems?: number;
}

/** The same for a text. `pattern`: a regular expression for the whole of it; `otherwise` is left out of addresses; `usual`: with what codes of problems for the usual network begin. */
export interface TextParameter {
  pattern: string;
  otherwise: string;
  usual?: string;
}

/** A set of images: its networks by name, the first one first; its classes; and, by the names in `data-label`, what the demo says while it shows one of them. */
export interface DataSet {
  networks: string[];
  classes: string[];
  labels: Record<string, string>;
}

/** What an element needs besides its markup; it stands in the page as JSON, and in shell.json. recorded: the numbers of the recorded lessons; pieces: the file of what these share, if any. */
export interface ShellData {
  words: Record<string, string>;
  blank: View;
  recorded: number[];
  pieces: string;
  parameters: Record<string, Parameter>;
  sets: Record<string, DataSet>;
}

export interface Shell extends ShellData {
  html: string;
  css: string;
}

/** TypeScript's DOM knows no Trusted Types. What a policy makes counts as the text it is made of. */
declare global {
  var trustedTypes: { createPolicy(name: string, rules: TrustedPolicy): TrustedPolicy } | undefined;
}

interface TrustedPolicy {
  createHTML(text: string): string;
  createScriptURL(url: string): string;
}
