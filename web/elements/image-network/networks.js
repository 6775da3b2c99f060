// Which network reads which images, by their names in addresses; what Python lacks of them comes as a file of the site, or is what a reader has brought.

import { toBase64 } from "../shared/base64.js";
import { asArchive, fetchFile } from "../shared/files.js";
import { part } from "../shared/part.js";

/**
 * @typedef {import("../../types.js").Subject} Subject
 * @typedef {import("../../types.js").DataSet} DataSet
 */

const OWN = "own"; // so begin the names of networks that readers have brought
const FIRST_SET = "mnist";

/** Subjects name neither what is shown without being asked for: the first data set, and of each the first network. */
export class Networks {
  /** The one that the reader has brought last, by name. */
  own = "";

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

  /** @param {string} value of the menu: data set and network */
  chosen(value) {
    const [data, network] = value.split("/");
    return this.named(network === OWN ? this.own : network, data);
  }

  /** The menus say which network reads what, and the demo speaks of that data set. @param {ShadowRoot} root @param {Subject} subject */
  show(root, subject) {
    const [network, data] = [this.network(subject), this.dataSet(subject)];
    for (const option of root.querySelectorAll(".network .brought"))
      Object.assign(option, { hidden: !this.own, disabled: !this.own });
    part(root, "network", HTMLSelectElement).value = `${data}/${isOwn(network) ? OWN : network}`;
    const { classes, labels } = this.sets[data];
    for (const label of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-label]")))
      write(label, labels[label.dataset.label ?? ""]);
    for (const [place, name] of classes.entries()) write(part(root, "class", HTMLSelectElement).options[place], name);
  }

  /** The data set that a network is for. @param {string} network */
  setOf(network) {
    return Object.keys(this.sets).find((data) => this.sets[data].networks.includes(network)) ?? FIRST_SET;
  }

  /**
   * What values from an address or attributes ask for; wrong: a data set that the network is not for.
   * @param {import("../../types.js").Values} values @returns {{named: Subject, wrong?: import("../demo/address.js").Wrong}}
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

/** @param {HTMLElement} part @param {string} words */
function write(part, words) {
  if (part.textContent !== words) part.textContent = words;
}

/** @typedef {import("../shared/network-files.js").NetworkFile} NetworkFile */

/** @type {Map<string, NetworkFile | Promise<NetworkFile>>} by name */
const files = new Map();

let owned = 0;

/** A name for another network that a reader brings. */
export function nextOwn() {
  owned += 1;
  return `${OWN}${owned}`;
}

/** @param {string} network */
export function isOwn(network) {
  return network.startsWith(OWN);
}

/** @param {string} name @param {NetworkFile} file */
export function keepOwn(name, file) {
  files.set(name, file);
}

/** The file of a network that a reader has brought. @param {string} name */
export function ownFile(name) {
  return /** @type {NetworkFile} */ (files.get(name));
}

/** The call that gives Python a network which it lacks. @param {URL} site @param {string} name @returns {Promise<import("../../python/page/client.js").Supplied>} */
export async function supplyNetwork(site, name) {
  return ["take_network", { name, lang: "en", ...(await fileOf(site, name)) }];
}

/** The file of a network, and how it is to be read. @param {URL} site @param {string} name @returns {Promise<NetworkFile>} */
export async function fileOf(site, name) {
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
  return { content: toBase64(await fetchFile(new URL(`${PARTS.networks}${name}.npz`, site), asArchive)) };
}
