/** What a page, its worker and its elements share. What crosses the border to Python is in messages.d.ts. */

import type { About, BlankView, CallError, Calls, Code, ImageView, ProblemView, TakeArguments } from "./messages.js";

declare global {
  /** Filled in by py/builder/publish/assets.py: where the parts of the site are, from its root; the languages with spaces between. */
  const PARTS: Record<"lessons" | "python" | "fashion" | "mnist" | "networks" | "follow", string>;
  const LANGUAGES: string;
  /** What Python says once for both: how many pixels wide and high an image is, and how many bytes a file of the reader's may have. */
  const LIMITS: { side: number; bytes: number; samples: number };
  /** The ways to start faster that the site has. */
  const WITH: { halves: boolean; parts: boolean; snapshot: boolean };
}

/** A view of one of our demos, or of one of somebody else's. */
export type Shown = ProblemView | ImageView | BlankView;

/** What is known of a lesson. Not yet all views where it is `partial`. The rest is about the small network only: what can be changed and asked; the keys of its steps, and those that numbers in links mean. */
export interface Known extends Partial<About> {
  views: Shown[];
  partial?: boolean;
}

/** The calls that answer with a lesson. */
export type LessonCall = {
  [Name in keyof Calls]: Calls[Name]["answer"] extends { views: Shown[] } ? Name : never;
}[keyof Calls];

/** A network as a reader has brought it: its file in base64, and how it is to be read where it leaves that open. */
export type NetworkFile = Pick<TakeArguments, "content" | "way" | "activations" | "pixels">;

export interface Progress {
  file: string;
  loaded: number;
  total: number;
}

/** What went wrong, as the key of a sentence in `words` and what fills its placeholders. */
export interface Failure {
  key: string;
  /** the name of the field that it is about */
  field?: string;
  details: Record<string, string | number>;
}

/** The same of a call: with a code of Python's, or one of those that only a page knows (python/page/python-error.js). */
export interface Unanswered extends Omit<CallError, "code"> {
  code: Code | "no_answer" | "not_started";
}

/** What comes back from Python as JSON, but for the failure, which is the worker's: Python has come to nothing. */
export interface Answered {
  error?: CallError;
  failure?: Failure;
}

export interface Status {
  phase: "idle" | "loading" | "live" | "error";
  progress?: Progress;
  error?: Failure;
}

/** What names a lesson, as it stands in an address: {seed: 7}, {sample: 12}. */
export interface Subject {
  seed?: number;
  problem?: string;
  learned?: number;
  rate?: number;
  sample?: number;
  drawing?: string;
  network?: string;
  data?: string;
}

/** What an address or attributes say, by parameter. */
export type Values = Record<string, string | number | undefined>;

export type Parameter = NumberParameter | TextParameter;

/** What a number in the address must keep to. `otherwise` is taken for a wrong one; with `nearest`, a number beyond a limit becomes the limit; `most_with`: the limit where one of these parameters is given; `is_version`: with a wrong one, nothing else that is said counts; `key`: a regular expression for the texts that may stand in its place. */
export interface NumberParameter {
  least: number;
  most: number;
  otherwise: number | string;
  nearest?: boolean;
  most_with?: Record<string, number>;
  is_version?: boolean;
  key?: string;
}

/** The same for a text. `pattern`: a regular expression for the whole of it; `otherwise` is left out of addresses; `usual`: with what codes of problems for the usual network begin. */
export interface TextParameter {
  pattern: string;
  otherwise: string;
  usual?: string;
}

/** A set of images: its networks by name, the first one first; its classes; and, by the names in `data-label`, what the demo says while it shows one of them; the path of what is drawn on an empty sheet. */
export interface DataSet {
  networks: string[];
  classes: string[];
  labels: Record<string, string>;
  ghost: string;
}

/** What an element needs besides its markup; it stands in the page as JSON, and in shell.json. recorded: the numbers of the recorded lessons; pieces: the file of what these share, if any; step_to_play: a step with all numbers in its drawing; step_to_take: the one that shows parameters that were learned. */
export interface ShellData {
  words: Record<string, string>;
  blank: BlankView;
  recorded: number[];
  pieces: string;
  parameters: Record<string, Parameter>;
  sets?: Record<string, DataSet>;
  step_to_play?: string;
  step_to_take?: string;
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
