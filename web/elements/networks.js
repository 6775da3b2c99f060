// Which network reads which images, by their names in addresses; what Python lacks of them comes as a file of the site, or is what a reader has brought.

import { toBase64 } from "./base64.js";
import { fetchFile } from "./lessons.js";

/**
 * @typedef {import("../types.js").Subject} Subject
 * @typedef {import("../types.js").DataSet} DataSet
 */

const OWN = "own"; // so begin the names of networks that readers have brought
const FIRST_SET = "mnist";

/** Subjects name neither what is shown without being asked for: the first data set, and of each the first network. */
export class Networks {
  /** @param {Record<string, DataSet>} sets */
  constructor(sets) {
    this.sets = sets;
  }

  /** @param {Subject} subject */
  dataSet({ data = FIRST_SET }) {
    return String(data);
  }

  /** @param {Subject} subject */
  network(subject) {
    return String(subject.network ?? this.sets[this.dataSet(subject)].networks[0]);
  }

  /** What a subject names of a network and a data set. @param {string} network @param {string} data @returns {Subject} */
  named(network, data) {
    return {
      ...(data !== FIRST_SET && { data }),
      ...(network !== this.sets[data].networks[0] && { network }),
    };
  }

  /** The data set that a network is for. @param {string} network */
  setOf(network) {
    return Object.keys(this.sets).find((data) => this.sets[data].networks.includes(network)) ?? FIRST_SET;
  }

  /**
   * What values from an address or attributes ask for; wrong: a data set that the network is not for.
   * @param {Subject} values @returns {{named: Subject, wrong?: import("./address.js").Wrong}}
   */
  asked({ network, data }) {
    const [first] = this.sets[FIRST_SET].networks;
    const isAsked = network !== first;
    if (!isAsked) return { named: this.named(this.sets[String(data)].networks[0], String(data)) };
    const set = this.setOf(String(network));
    const named = this.named(String(network), set);
    return data === FIRST_SET || data === set
      ? { named }
      : { named, wrong: { name: "data", value: String(data), least: "", most: "" } };
  }
}

/** @type {Map<string, string | Promise<string>>} by name */
const files = new Map();

/** A name for another network that a reader brings. */
export function nextOwn() {
  return `${OWN}${files.size}`;
}

/** @param {string} network */
export function isOwn(network) {
  return network.startsWith(OWN);
}

/** @param {string} name @param {string} content in base64 */
export function keepOwn(name, content) {
  files.set(name, content);
}

/** The file of a network in base64. @param {URL} site @param {string} name @returns {Promise<string>} */
export async function bringNetwork(site, name) {
  const coming = files.get(name) ?? fetchNetwork(site, name);
  files.set(name, coming);
  try {
    return await coming;
  } catch (error) {
    files.delete(name);
    throw error;
  }
}

/** @param {URL} site @param {string} name */
async function fetchNetwork(site, name) {
  const response = await fetchFile(new URL(`${PARTS.networks}${name}.npz`, site));
  return toBase64(new Uint8Array(await response.arrayBuffer()));
}
