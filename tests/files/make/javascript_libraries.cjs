// Makes the files of brain.js and ConvNetJS in tests/files/data/libraries/, and what each says to the inputs that are there in answers.json.
//
// Run it, after python_libraries.py, where they are installed:
//
//     npm install brain.js@1.6.1 brain2@npm:brain.js@2.0.0-beta.24 convnetjs@0.3.0
//     NODE_PATH=node_modules node tests/files/make/javascript_libraries.cjs

const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

const FOLDER = process.argv[2] ?? join(__dirname, "..", "data", "libraries");
const [INPUTS, HIDDEN, OUTPUTS] = [5, 4, 3];

const answers = JSON.parse(readFileSync(join(FOLDER, "answers.json"), "utf-8"));
const inputs = answers.x;
const examples = inputs.map((input, number) => ({
  input,
  output: Array.from({ length: OUTPUTS }, (_, place) => Number(place === number % OUTPUTS)),
}));

function keep(file, network, made_by, says, is_float32 = false) {
  writeFileSync(join(FOLDER, file), `${JSON.stringify(network.toJSON())}\n`);
  answers[file] = { made_by, says: inputs.map((input) => Array.from(says(input), Number)), is_float32 };
}

function brain(library, version, name, activation) {
  const network = new library.NeuralNetwork({ hiddenLayers: [HIDDEN], activation });
  network.train(examples, { iterations: 50 });
  keep(`${name}_${activation}.json`, network, `brain.js ${version}`, (input) => network.run(input), true);
}

function convnet(library, name, hidden) {
  const network = new library.Net();
  const input = { type: "input", out_sx: 1, out_sy: 1, out_depth: INPUTS };
  network.makeLayers([input, { type: "fc", num_neurons: HIDDEN, ...hidden }, { type: "softmax", num_classes: OUTPUTS }]);
  const trainer = new library.SGDTrainer(network, { learning_rate: 0.1, batch_size: 1 });
  for (let epoch = 0; epoch < 10; epoch++)
    for (const [number, values] of inputs.entries()) trainer.train(new library.Vol(values), number % OUTPUTS);
  keep(`convnetjs_${name}.json`, network, "ConvNetJS 0.3.0", (values) => network.forward(new library.Vol(values)).w);
}

for (const activation of ["sigmoid", "tanh"]) {
  brain(require("brain.js"), "1.6.1", "brain1", activation);
  brain(require("brain2"), "2.0.0-beta.24", "brain2", activation);
}
convnet(require("convnetjs"), "relu", { activation: "relu" });
convnet(require("convnetjs"), "dropout", { activation: "tanh", drop_prob: 0.3 });
writeFileSync(join(FOLDER, "answers.json"), `${JSON.stringify(answers, null, 1)}\n`);
