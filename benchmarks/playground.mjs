// An engine in the way of TensorFlow Playground's (https://playground.tensorflow.org), written afresh for comparison: a network of
// objects, one for each node and each link, through which one sample at a time goes forward and back; a step is a pass over all
// samples with an update of every link at its end. benchmarks/cpu.py starts it and talks to it by lines: the first one is the case,
// then each is a number of steps to do, answered by the mean loss before the last of them.
//
// The case is JSON: widths, hidden and output (names of activations), rate, inputs [n][n_in], targets [n], params (layer after
// layer W in rows of n_out, then b). One output, squared loss.

import { createInterface } from "node:readline";

const ACTIVATIONS = {
  sigmoid: { value: (z) => 1 / (1 + Math.exp(-z)), slope: (z) => { const a = 1 / (1 + Math.exp(-z)); return a * (1 - a); } },
  tanh: { value: (z) => Math.tanh(z), slope: (z) => { const a = Math.tanh(z); return 1 - a * a; } },
  relu: { value: (z) => Math.max(0, z), slope: (z) => (z > 0 ? 1 : 0) },
};

class Link {
  constructor(source, target, weight) {
    this.source = source;
    this.target = target;
    this.weight = weight;
    this.slope = 0; // of the last sample's loss
    this.summed = 0;
    this.count = 0;
  }
}

class Node {
  constructor(bias, activation) {
    this.inputs = [];
    this.outputs = [];
    this.bias = bias;
    this.activation = activation;
    this.total = 0;
    this.output = 0;
    this.outputSlope = 0;
    this.inputSlope = 0;
    this.summed = 0;
    this.count = 0;
  }

  forward() {
    this.total = this.bias;
    for (const link of this.inputs) this.total += link.weight * link.source.output;
    this.output = this.activation.value(this.total);
    return this.output;
  }
}

function build({ widths, hidden, output, params }) {
  const network = [Array.from({ length: widths[0] }, () => new Node(0, null))];
  let place = 0;
  for (let l = 1; l < widths.length; l++) {
    const activation = ACTIVATIONS[l === widths.length - 1 ? output : hidden];
    const biases = place + widths[l - 1] * widths[l];
    const layer = Array.from({ length: widths[l] }, (_, j) => new Node(params[biases + j], activation));
    layer.forEach((node, j) => {
      network[l - 1].forEach((source, i) => {
        const link = new Link(source, node, params[place + i * widths[l] + j]);
        source.outputs.push(link);
        node.inputs.push(link);
      });
    });
    network.push(layer);
    place = biases + widths[l];
  }
  return network;
}

function forward(network, inputs) {
  network[0].forEach((node, i) => { node.output = inputs[i]; });
  for (let l = 1; l < network.length; l++) for (const node of network[l]) node.forward();
  return network[network.length - 1][0].output;
}

function backward(network, target) {
  const last = network[network.length - 1][0];
  last.outputSlope = 2 * (last.output - target);
  for (let l = network.length - 1; l >= 1; l--) {
    for (const node of network[l]) {
      node.inputSlope = node.outputSlope * node.activation.slope(node.total);
      node.summed += node.inputSlope;
      node.count++;
    }
    for (const node of network[l]) {
      for (const link of node.inputs) {
        link.slope = node.inputSlope * link.source.output;
        link.summed += link.slope;
        link.count++;
      }
    }
    if (l === 1) continue;
    for (const node of network[l - 1]) {
      node.outputSlope = 0;
      for (const link of node.outputs) node.outputSlope += link.weight * link.target.inputSlope;
    }
  }
}

function update(network, rate) {
  for (let l = 1; l < network.length; l++) {
    for (const node of network[l]) {
      node.bias -= (rate * node.summed) / node.count;
      node.summed = 0;
      node.count = 0;
      for (const link of node.inputs) {
        link.weight -= (rate * link.summed) / link.count;
        link.summed = 0;
        link.count = 0;
      }
    }
  }
}

function step(network, given) {
  let lost = 0;
  for (let s = 0; s < given.inputs.length; s++) {
    lost += (forward(network, given.inputs[s]) - given.targets[s]) ** 2;
    backward(network, given.targets[s]);
  }
  update(network, given.rate);
  return lost / given.inputs.length;
}

let given = null;
let network = null;
for await (const line of createInterface({ input: process.stdin })) {
  if (given === null) {
    given = JSON.parse(line);
    network = build(given);
    continue;
  }
  let loss = 0;
  for (let k = Number(line); k > 0; k--) loss = step(network, given);
  process.stdout.write(`${loss}\n`);
}
