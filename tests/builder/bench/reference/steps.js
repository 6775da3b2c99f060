// The 3-2-1 network of seed 1 in eleven steps, as one would write it with MathJax 2.7 (docs.mathjax.org/en/v2.7-latest) and plain SVG: what our lesson is measured against.

const x = [0.4, 2.6, 2.3];
const y = 0.34;
const guess = [{ W: [[0.7, 0.1, 0.3], [-0.7, 1.0, 0.8]], b: [-0.8, -0.4] }, { W: [[0.5, 0.4]], b: [0.9] }];
const best = [{ W: [[-0.5, 0.0, -0.1], [0.3, 0.6, -0.9]], b: [-1.0, 0.7] }, { W: [[-0.1, 0.6]], b: [-1.0] }];

const sigmoid = (z) => 1 / (1 + Math.exp(-z));
const dot = (u, v) => u.reduce((sum, value, i) => sum + value * v[i], 0);

function forward(layers) {
  let a = x;
  return layers.map(({ W, b }) => {
    const z = W.map((row, i) => dot(row, a) + b[i]);
    a = z.map(sigmoid);
    return { z, a };
  });
}

const place = (layer, i) => [80 + 200 * layer, 60 + 80 * i + (layer === 1 ? 40 : layer === 2 ? 80 : 0)];
const sizes = [3, 2, 1];

function picture(layers, values, focus) {
  const parts = [];
  for (const layer of [0, 1])
    for (let i = 0; i < sizes[layer]; i++)
      for (let j = 0; j < sizes[layer + 1]; j++) {
        const [[x1, y1], [x2, y2], w] = [place(layer, i), place(layer + 1, j), layers[layer].W[j][i]];
        parts.push(`<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${w < 0 ? "#b33" : "#247"}" stroke-width="${0.5 + 2 * Math.abs(w)}"/>`);
        parts.push(`<text x="${(2 * x1 + x2) / 3}" y="${(2 * y1 + y2) / 3 - 4}" font-size="11">${w.toFixed(1)}</text>`);
      }
  sizes.forEach((size, layer) => {
    for (let i = 0; i < size; i++) {
      const [cx, cy] = place(layer, i);
      parts.push(`<circle class="shown ${focus === `${layer}-${i}` ? "focus" : ""}" cx="${cx}" cy="${cy}" r="24"/>`);
      parts.push(`<text x="${cx}" y="${cy + 5}" text-anchor="middle">${values[layer]?.[i]?.toFixed(2) ?? ""}</text>`);
    }
  });
  return `<svg viewBox="0 0 560 300">${parts.join("")}</svg>`;
}

const matrix = (rows) => `\\begin{bmatrix}${rows.map((row) => [row].flat().map((v) => v.toFixed(1)).join(" & ")).join(" \\\\ ")}\\end{bmatrix}`;
const signed = (v) => (v < 0 ? `(${v.toFixed(1)})` : v.toFixed(1));
const sum = (w, v, b, digits) => `${w.map((wi, i) => `${signed(wi)} \\times ${v[i].toFixed(digits)}`).join(" + ")} + ${signed(b)}`;

function neuron(name, { W, b }, i, inputs, { z, a }, digits) {
  return [`${name}: weigh the inputs, add up, add the bias.`, `z = ${sum(W[i], inputs, b[i], digits)} \\approx ${z[i].toFixed(2)}`, `a = \\sigma(z) = \\frac{1}{1 + e^{-z}} = \\sigma(${z[i].toFixed(2)}) \\approx ${a[i].toFixed(2)}`];
}

function lesson() {
  const [hidden, output] = forward(guess);
  const [bestHidden, bestOutput] = forward(best);
  const answer = output.a[0];
  const error = (y - answer) ** 2;
  const inputs = `x = ${matrix(x)}, \\quad y = ${y}`;
  return [
    [["One data point: three inputs and their answer.", inputs], guess, [], ""],
    [["Random parameters: the hidden layer.", `W^{(1)} = ${matrix(guess[0].W)}, \\quad b^{(1)} = ${matrix(guess[0].b)}`], guess, [], ""],
    [["Random parameters: the output layer.", `W^{(2)} = ${matrix(guess[1].W)}, \\quad b^{(2)} = ${matrix(guess[1].b)}`], guess, [], ""],
    [["The point goes in.", ...x.map((value, i) => `x_${i + 1} = ${value}`)], guess, [x], ""],
    [neuron("Hidden neuron 1", guess[0], 0, x, hidden, 1), guess, [x, hidden.a.slice(0, 1)], "1-0"],
    [neuron("Hidden neuron 2", guess[0], 1, x, hidden, 1), guess, [x, hidden.a], "1-1"],
    [neuron("The output", guess[1], 0, hidden.a, output, 3), guess, [x, hidden.a, output.a], "2-0"],
    [["How far off?", `error = (y - \\hat{y})^2 = (${y} - ${answer.toFixed(3)})^2 \\approx ${error.toFixed(3)}`], guess, [x, hidden.a, output.a], ""],
    [["The best parameters.", `W^{(1)} = ${matrix(best[0].W)}, \\quad b^{(1)} = ${matrix(best[0].b)}`, `W^{(2)} = ${matrix(best[1].W)}, \\quad b^{(2)} = ${matrix(best[1].b)}`], best, [x], ""],
    [["The whole pass.", ...[0, 1].map((i) => `a_${i + 1} = \\sigma(${sum(best[0].W[i], x, best[0].b[i], 1)}) \\approx ${bestHidden.a[i].toFixed(2)}`), `\\hat{y} = \\sigma(${sum(best[1].W[0], bestHidden.a, best[1].b[0], 2)}) \\approx ${bestOutput.a[0].toFixed(2)}`], best, [x, bestHidden.a, bestOutput.a], ""],
    [["The parameters decide.", `error \\approx ${((y - bestOutput.a[0]) ** 2).toFixed(3)}`], best, [x, bestHidden.a, bestOutput.a], ""],
  ];
}

const views = lesson();
let index = 0;

function show() {
  const [[words, ...formulas], layers, values, focus] = views[index];
  const text = document.getElementById("words");
  text.innerHTML = `<p>${words}</p>${formulas.map((formula) => `<p>\\[${formula}\\]</p>`).join("")}`;
  document.getElementById("picture").innerHTML = picture(layers, values, focus);
  document.getElementById("counter").textContent = `${index + 1} / ${views.length}`;
  const shown = index;
  MathJax.Hub.Queue(["Typeset", MathJax.Hub, text], () => { document.body.dataset.step = shown; });
}

function go(step) {
  index = (step + views.length) % views.length;
  show();
}

document.getElementById("next").addEventListener("click", () => go(index + 1));
document.getElementById("back").addEventListener("click", () => go(index - 1));
show();
