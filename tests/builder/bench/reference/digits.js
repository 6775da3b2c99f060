// Our trained 784-10-10 network in ConvNetJS (cs.stanford.edu/people/karpathy/convnetjs/docs.html): its layers, with our weights in their places.

/** @param {{weights: number[][], biases: number[], activation: string}[]} layers */
function makeNet([hidden, output]) {
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: "input", out_sx: 1, out_sy: 1, out_depth: 784 },
    { type: "fc", num_neurons: 10, activation: hidden.activation },
    { type: "softmax", num_classes: 10 },
  ]);
  const connected = net.layers.filter(({ layer_type }) => layer_type === "fc");
  [hidden, output].forEach(({ weights, biases }, layer) => {
    weights.forEach((row, neuron) => connected[layer].filters[neuron].w.set(row));
    connected[layer].biases.w.set(biases);
  });
  return net;
}

/** The class of each image. @param {Uint8Array} pixels 784 an image */
function classify(net, pixels) {
  const image = new convnetjs.Vol(1, 1, 784, 0);
  const classes = [];
  for (let at = 0; at < pixels.length; at += 784) {
    for (let i = 0; i < 784; i++) image.w[i] = pixels[at + i] / 255;
    net.forward(image);
    classes.push(net.getPrediction());
  }
  return classes;
}
