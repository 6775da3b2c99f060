// Made by `build.py messages` from py/forwardpass/messages.py: what crosses the border between Python and a page.

export type Code =
  | "missing_catalog"
  | "missing_network"
  | "unforeseen"
  | "unknown_call"
  | "wrong_argument"
  | "wrong_drawing"
  | "wrong_file"
  | "wrong_learned"
  | "wrong_number"
  | "wrong_problem"
  | "wrong_step";

/**
 * Why a call has no answer. Decisions rest on the code alone.
 *
 * for_reader: the message is in the reader's language; else it is English, for whoever wrote the call.
 * missing: the name of what has to be brought before the call is asked again.
 * lines: of Python, which make a file that fits, where there are some.
 * traceback: that of Python, of an exception that nobody foresaw.
 */
export interface CallError {
  code: Code;
  message: string;
  for_reader: boolean;
  missing?: string;
  lines?: string;
  traceback?: string;
}

/** A title, and what is said below it: as markup and as plain text. */
export interface Titled {
  title: string;
  html: string;
  text: string;
}

/** What a demo shows at once, the index-th of count: words, a drawing with its description, numpy code. key: which kind of step it is. */
export interface View extends Titled {
  svg: string;
  alt: string;
  code: string;
  index: number;
  count: number;
  key: string;
}

/** A network without numbers: nothing is computed yet, or there is nothing to compute with. steps, numbered, groups: as NamedSteps has them, where there are several. */
export interface BlankView extends View {
  numbers: null;
  steps?: string[];
  numbered?: string[];
  groups?: StepGroup[];
}

/** The views of a lesson, of whichever demo. */
export interface Lesson {
  views: readonly View[];
}

/** Markup alone. */
export interface Html {
  html: string;
}

/** A dense layer. weights: a row a neuron; activation: its name. */
export interface LayerNumbers {
  weights: number[][];
  biases: number[];
  activation: string;
}

/** A network, the first layer with weights first. */
export interface NetworkNumbers {
  layers: LayerNumbers[];
}

/** A file to keep: its name, and its bytes in base64. */
export interface SavedFile {
  name: string;
  content: string;
}

/** How an address names a problem: by its seed, or by a code where there is more to it; and by how many learning steps at which rate its last parameters were found, where they were. */
export interface Subject {
  seed?: number;
  problem?: string;
  learned?: number;
  rate?: number;
}

/** Neurons a column, inputs first, and the activation of each layer with weights. */
export interface ArchitectureData {
  sizes: number[];
  activations: string[];
}

/** A problem. y: a number where the network has one output. */
export interface ProblemData {
  seed: number;
  x: number[];
  y: number | number[];
  guess: NetworkNumbers;
  best: NetworkNumbers;
}

/** A problem at a step, unrounded. in_force: the parameters that z, a and the error are computed with, "guess", "best" or "learned"; these are there where some were learned. */
export interface ProblemNumbers extends ProblemData {
  in_force: string;
  learned?: NetworkNumbers;
  z: number[][];
  a: number[][];
  error: number;
}

/** What may be asked before a step is shown. html and reason are markup; answer: the number of the right choice. */
export interface QuestionData {
  html: string;
  text: string;
  choices: string[];
  answer: number;
  reason: string;
}

/** A step of a problem. */
export interface ProblemView extends View {
  numbers: ProblemNumbers;
  question?: QuestionData;
}

/** A number that can be changed: what it is called, what it is, and how large it may be, to either side of 0. */
export interface Place {
  label: string;
  value: number;
  most: number;
}

/** Steps of a lesson that belong together: count of them, from the place of the first on. */
export interface StepGroup {
  title: string;
  first: number;
  count: number;
}

/** The keys of the steps of a lesson, in order, and their groups; numbered: the keys that numbers in links mean. */
export interface NamedSteps {
  steps: string[];
  numbered: string[];
  groups: StepGroup[];
}

/** What goes for all steps of a problem. original: its subject without what was set by hand; neurons: those that can be asked, with their names. */
export interface About extends NamedSteps {
  subject: Subject;
  original: Subject;
  architecture: ArchitectureData;
  places: Record<string, Place>;
  neurons: Record<string, string>;
}

/** All steps of a problem. */
export interface ProblemLesson extends About {
  views: ProblemView[];
}

/** One step of a problem. */
export interface ProblemStep extends About {
  view: ProblemView;
}

/** Another problem, by its subject. */
export interface NamedProblem {
  subject: Subject;
}

/** The problem that a file makes. step: the key of the one to show; taken, menus: as in TakenNetwork. */
export interface OpenedNetwork extends NamedProblem {
  step: string;
  taken: string;
  menus: string;
}

/** The network after so many steps of learning. last: how many there are; onward: the one that comes next when it runs; outcome: how it ends. */
export interface LearningNumbers extends NetworkNumbers {
  iteration: number;
  last: number;
  onward: number;
  rate: number;
  rates: number[];
  outcome: string;
  error: number;
  y: number[];
  output: number[];
}

/** A step of learning: the network, the curve of its error and both in words. spoken: the step in short. */
export interface Learned extends Titled {
  svg: string;
  plot: string;
  alt: string;
  plot_alt: string;
  spoken: string;
  numbers: LearningNumbers;
}

/** An image and what a network makes of it, unrounded. sample: none for a drawing; label: none where the true class is not known. */
export interface ImageNumbers {
  sample: number | null;
  network: string;
  data: string;
  pixels: number[];
  hidden: number[][];
  probabilities: number[];
  predicted: number;
  label: number | null;
}

/** An image read by a network. */
export interface ImageView extends View {
  numbers: ImageNumbers;
}

/** The one view of an image; a blank one of a drawing without ink. */
export interface ImageLesson {
  views: (ImageView | BlankView)[];
}

/** A menu as markup, and which of its values is chosen. */
export interface Choice {
  html: string;
  value: string;
}

/** A step of the lesson that follows an image through a network. choice: what the reader may choose at it. */
export interface FollowView extends View {
  choice?: Choice;
}

/** All of its steps, their keys in order, and their groups. */
export interface FollowLesson {
  views: FollowView[];
  steps: string[];
  groups: StepGroup[];
}

/** An input neuron: the number of its pixel, the pixel's value from 0 to 255, and what it is fed with. */
export interface PixelNumbers {
  pixel: number;
  value: number;
  x: number;
}

/** A weighted sum: what speaks for it and against it, the bias, the sum and what the activation makes of it. */
export interface SumNumbers {
  up: number;
  down: number;
  bias: number;
  z: number;
  a: number;
}

/** The inside of a neuron. key: column-index. */
export interface Inside extends Titled {
  svg: string;
  alt: string;
  numbers: PixelNumbers | SumNumbers;
  key: string;
}

/** The same, and the drawing of the whole network with the neuron marked. */
export interface MarkedInside extends Inside {
  drawing: string;
}

/** An unfinished drawing. drawing: its code, "" without ink; svg: the network that reads it; stages: its way into the network; text: the answer in words. */
export interface Watched {
  drawing: string;
  svg: string;
  stages: string;
  text: string;
}

/**
 * The ink of a picture, a byte a pixel; seen: a copy of the picture in which it is marked, four bytes a pixel; both in base64, with their widths.
 *
 * told: what was taken for ink, and why it may be wrong.
 */
export interface Ink {
  ink: string;
  width: number;
  seen: string;
  seen_width: number;
  is_bright: boolean;
  is_doubtful: boolean;
  told: string;
}

/** The predicted class of each image and its probability. */
export interface Classified {
  predicted: number[];
  probabilities: number[];
}

/** What the answers to all images come to. confusion: true class by predicted class; cells: the images behind each of its numbers, by "label-predicted"; wrong: all that are; mistakes: the surest ones. */
export interface Counted {
  html: string;
  right: number;
  count: number;
  confusion: number[][];
  cells: Record<string, number[]>;
  wrong: number[];
  mistakes: number[];
}

/** How a file was read, for the reader; menus: markup by which what was assumed can be corrected. */
export interface TakenNetwork {
  taken: string;
  menus: string;
}

/** A program that needs nothing but numpy. */
export interface Script {
  code: string;
}

/** A name that the code has left. symbol: how the lesson writes it; text: its value; numbers: the same as JSON, "" where it is not a few finite numbers. */
export interface NamedValue {
  name: string;
  symbol: string;
  text: string;
  numbers: string;
}

/** Why the code stopped before its end. line: from 1, where one is to blame; said: a sentence in the reader's language; exactly: Python's traceback. */
export interface Trouble {
  line: number | null;
  said: string;
  exactly: string;
}

/** What a run came to. is_cut: whether it printed more than is shown; wants: a module of Python's own that this Python has come without, or "". */
export interface Ran {
  values: NamedValue[];
  is_cut: boolean;
  trouble: Trouble | null;
  wants: string;
}

/** A point of an activation function. */
export interface CurveNumbers {
  z: number;
  value: number;
  slope: number;
}

/** A neuron with three inputs. */
export interface NeuronNumbers {
  inputs: number[];
  weights: number[];
  bias: number;
  z: number;
  y: number;
}

/** A figure of a chapter, and what is said of its numbers. */
export interface LiveFigure extends Titled {
  svg: string;
  alt: string;
}

/** An activation function with a point on it. */
export interface CurveFigure extends LiveFigure {
  numbers: CurveNumbers;
}

/** A neuron with its numbers. */
export interface NeuronFigure extends LiveFigure {
  numbers: NeuronNumbers;
}

/** Which problem, by its seed or its code, which comes first; after how many steps of learning, at which rate, where it is about what was learned; and the language: en, es, fr, zh, ko or ja. */
export interface LessonArguments {
  seed?: number | null;
  problem?: string | null;
  learned?: number | null;
  rate?: number | null;
  lang?: string;
}

/** The step, by its key, or by a number as in old links. */
export interface StepArguments extends LessonArguments {
  step: string | number;
}

/** Which problem, by its seed or its code, as in LessonArguments. */
export interface ProblemArguments {
  seed?: number | null;
  problem?: string | null;
  lang: string;
}

/** The same, and what was learned. */
export interface LearnedArguments extends ProblemArguments {
  learned?: number | null;
  rate?: number | null;
}

/** Which number of a problem becomes which, and the step to show then. place: as in About.places; text: as it was typed; delta: by how much the number grows where none was typed. */
export interface EditArguments extends LearnedArguments {
  place: string;
  index: number;
  text?: string | null;
  delta?: number;
}

/** What a reader's code has left: names, and the numbers of each as in NamedValue; and the step whose lines were run. */
export interface TakeValuesArguments extends LearnedArguments {
  names: string[];
  values: string[];
  index: number;
}

/** The step whose parameters are in force. */
export interface ScriptArguments extends LearnedArguments {
  index: number;
}

/** Which neuron, "1-0" for the first one of the first layer with weights, and at which step. */
export interface AskArguments extends LearnedArguments {
  neuron: string;
  index: number;
}

/** The learning rate, one of those offered, and how many steps. */
export interface LearnArguments extends ProblemArguments {
  rate: number;
  iteration: number;
}

/** Which network of a problem, "guess" or "best", as which kind of file: npz, safetensors or json. */
export interface SaveProblemArguments extends LearnedArguments {
  kind: string;
  in_force: string;
}

/** The seed of the problem, and the architecture. */
export interface ArchitectureArguments {
  seed: number;
  sizes: number[];
  activations: string[];
}

/** The architecture that the form shows. layers: how many there are to be, where it is another number. */
export interface FormArguments {
  sizes: number[];
  activations: string[];
  lang: string;
  layers?: number | null;
}

/** A network in a file, as bytes in base64; the seed of its problem, and the step on screen. way, activations: as in TakeArguments. */
export interface OpenArguments {
  content: string;
  seed: number;
  lang: string;
  index?: number;
  way?: string | null;
  activations?: string[] | null;
}

/** The network that reads, and the data set that the image is of, by name. */
export interface ReaderArguments {
  lang?: string;
  network?: string;
  data?: string;
}

/** An image: its 784 grey levels, with its number and true class where they are known; or the code of a drawing. */
export interface ImageArguments extends ReaderArguments {
  sample?: number | null;
  pixels?: number[] | null;
  label?: number | null;
  drawing?: string | null;
}

/** Which neuron, by its key in the drawing. */
export interface InsideArguments extends ImageArguments {
  neuron: string;
}

/** What to look at more closely: a hidden neuron, by its key in the drawing; the class whose votes are counted; that which the answer is compared with. */
export interface FollowArguments extends ImageArguments {
  neuron?: string | null;
  voted?: number | null;
  rival?: number | null;
}

/** A drawing: its ink, a byte a pixel in base64, and how many pixels make a row. is_raw: it is fed as it is, merely shrunk. */
export interface WatchArguments {
  ink: string;
  width: number;
  is_raw: boolean;
  lang: string;
  network?: string;
  data?: string;
}

/**
 * A picture: red, green, blue and opacity of each pixel, in base64, and how many pixels make a row.
 *
 * What the reader knows better: crop, the left, top, right and bottom of what to look at, 0 to 1; turns, quarters clockwise, before that; is_bright, brighter than the paper.
 */
export interface PictureArguments {
  picture: string;
  width: number;
  lang?: string;
  crop?: number[] | null;
  turns?: number;
  is_bright?: boolean | null;
}

/** Images, 784 bytes each, as such or in base64; and the network that is asked. */
export interface ClassifyArguments {
  pixels: string | Uint8Array;
  network?: string;
}

/** The true classes of all images, a byte each, in base64, and what `classify` answered to them, or what is known of that; network: whose answers they are. */
export interface CountArguments {
  labels: string;
  predicted: number[];
  lang: string;
  probabilities?: number[] | null;
  data?: string;
  network?: string;
}

/** Images by number, with their pixels in base64, their classes, and what a network says to them where it was asked. */
export interface ThumbnailArguments {
  numbers: number[];
  pixels: string;
  labels: number[];
  lang: string;
  data?: string;
  predicted?: number[] | null;
  probabilities?: number[] | null;
}

/** A network in a file, as bytes in base64, and the name that it gets: letters, digits and _. way, activations, pixels: how it is to be read, as the menus say. */
export interface TakeArguments {
  name: string;
  content: string;
  lang: string;
  way?: string | null;
  activations?: string[] | null;
  pixels?: string | null;
}

/** Which network, as which kind of file: npz, safetensors or json. */
export interface SaveArguments {
  kind: string;
  network?: string;
}

/** Which activation function, sigmoid or relu, and where its point is, from -6 to 6. */
export interface CurveArguments {
  name: string;
  z: number;
  lang: string;
}

/** Three inputs, their weights and the bias. */
export interface NeuronArguments {
  inputs: number[];
  weights: number[];
  bias: number;
  lang: string;
}

/** Two weights and the bias of a neuron whose line is drawn. */
export interface LinearClassifierArguments {
  weights: number[];
  bias: number;
  lang: string;
}

/** Two hidden neurons, each as two weights and its bias. */
export interface ExactlyOneArguments {
  first: number[];
  second: number[];
  lang: string;
}

/** Each call by its name. */
export interface Calls {
  another_network: { arguments: ArchitectureArguments; answer: NamedProblem };
  ask: { arguments: AskArguments; answer: ProblemView };
  classify: { arguments: ClassifyArguments; answer: Classified };
  count_answers: { arguments: CountArguments; answer: Counted };
  curve: { arguments: CurveArguments; answer: CurveFigure };
  edit: { arguments: EditArguments; answer: ProblemStep };
  exactly_one: { arguments: ExactlyOneArguments; answer: LiveFigure };
  follow: { arguments: FollowArguments; answer: FollowLesson };
  forward_pass_mnist: { arguments: ImageArguments; answer: ImageLesson };
  ink_of: { arguments: PictureArguments; answer: Ink };
  linear_classifier: { arguments: LinearClassifierArguments; answer: LiveFigure };
  hidden_neurons: { arguments: ImageArguments; answer: Html };
  image_script: { arguments: ImageArguments; answer: Script };
  learn: { arguments: LearnArguments; answer: Learned };
  look_inside: { arguments: InsideArguments; answer: MarkedInside };
  network_form: { arguments: FormArguments; answer: Html };
  neuron: { arguments: NeuronArguments; answer: NeuronFigure };
  open_network: { arguments: OpenArguments; answer: OpenedNetwork };
  problem_script: { arguments: ScriptArguments; answer: Script };
  save_network: { arguments: SaveArguments; answer: SavedFile };
  save_small_network: { arguments: SaveProblemArguments; answer: SavedFile };
  simple_forward_pass: { arguments: LessonArguments; answer: ProblemLesson };
  simple_forward_pass_step: { arguments: StepArguments; answer: ProblemStep };
  take_network: { arguments: TakeArguments; answer: TakenNetwork };
  take_values: { arguments: TakeValuesArguments; answer: ProblemStep };
  thumbnails: { arguments: ThumbnailArguments; answer: Html };
  while_drawing: { arguments: WatchArguments; answer: Watched };
}
