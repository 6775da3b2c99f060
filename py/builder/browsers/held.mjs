// Holds style sheets and scripts to the oldest browsers of package.json, over the browser compatibility data of MDN. Run with files; tells what one of those browsers lacks.
// What `@supports` asks for may be used inside it. What the site goes without, and how, is listed in without.json.

import { readFileSync } from "node:fs";
import { parse } from "acorn";
import { generate, parse as parseCss, walk } from "css-tree";

const MODULE = { ecmaVersion: "latest", sourceType: "module", locations: true };
const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const data = read("../../../node_modules/@mdn/browser-compat-data/data.json");
const NAMES = { ios_saf: "safari_ios", chrome: "chrome", firefox: "firefox", safari: "safari" }; // browserslist → data
const oldest = read("../../../package.json").browserslist.map((line) => {
  const [name, version] = line.split(" ");
  return { name: NAMES[name], version: version.split(".").map(Number) };
});
const without = read("without.json");

/** Whether one version is at most another. */
function atMost([a, b = 0], [c, d = 0]) {
  return a < c || (a === c && b <= d);
}

/** The browsers that lack a feature. */
function lacking(feature) {
  const { support } = feature.__compat;
  return oldest.filter(({ name, version }) => ![support[name]].flat().some((entry) => has(entry, version)));
}

function has(entry, version) {
  if (!entry || entry.flags || entry.prefix || entry.alternative_name || !entry.version_added) return false;
  const number = (text) => text.replace("≤", "").split(".").map(Number);
  if (entry.version_added === "preview") return false;
  if (entry.version_removed && entry.version_removed !== "preview" && atMost(number(entry.version_removed), version))
    return false;
  return atMost(number(entry.version_added), version);
}

/** The features of a style sheet: [path in the data, line]. */
function* ofCss(text) {
  const found = [];
  const asked = []; // by the @supports around
  walk(parseCss(text, { positions: true, parseCustomProperty: true }), {
    enter(node) {
      const line = node.loc?.start.line;
      const add = (...path) => found.push([path, line, asked.join(" ")]);
      if (node.type === "Atrule") {
        if (node.name === "supports") asked.push(generate(node.prelude));
        add("css", "at-rules", node.name);
      } else if (node.type === "Declaration") {
        add("css", "properties", node.property);
        walk(node.value, (value) => {
          if (value.type === "Identifier") add("css", "properties", node.property, value.name);
          if (value.type === "Function")
            for (const type of Object.keys(data.css.types)) add("css", "types", type, value.name);
        });
      } else if (/^Pseudo(Class|Element)Selector$/.test(node.type)) add("css", "selectors", node.name);
    },
    leave(node) {
      if (node.type === "Atrule" && node.name === "supports") asked.pop();
    },
  });
  for (const [path, line, condition] of found) if (!condition.includes(path.at(-1))) yield [[path], line];
}

const members = new Map(); // name → all features that are a member of this name
for (const [root, things] of [
  [["api"], data.api],
  [["javascript", "builtins"], data.javascript.builtins],
])
  for (const [owner, thing] of Object.entries(things))
    for (const name of Object.keys(thing)) {
      const plain = name.replace(/_static$/, "");
      if (name !== "__compat") members.set(plain, [...(members.get(plain) ?? []), [...root, owner, name]]);
    }

/** Every node of a tree of acorn. */
function* nodes(tree) {
  const stack = [tree];
  while (stack.length) {
    const node = stack.pop();
    yield node;
    for (const value of Object.values(node))
      for (const child of [value].flat()) if (child && typeof child.type === "string") stack.push(child);
  }
}

const KEYED = ["Property", "MethodDefinition", "PropertyDefinition"];
const own = new Set(); // names that the scripts give to members of their own

/** @param {string} text of a script, or of types */
function noteOwn(file, text) {
  if (file.endsWith(".ts")) for (const [, name] of text.matchAll(/([\w]+)\??[:(]/g)) own.add(name);
  else for (const { type, key } of nodes(parse(text, MODULE))) if (KEYED.includes(type)) own.add(key.name ?? key.value);
}

/** The features of a script. Of members that are not the scripts' own: whose owner is not named counts as there while any owner's is. */
function* ofJs(text) {
  for (const node of nodes(parse(text, MODULE))) {
    const line = node.loc.start.line;
    if (node.type === "NewExpression" || node.type === "CallExpression")
      yield [
        [
          ["api", node.callee.name],
          ["javascript", "builtins", node.callee.name],
        ],
        line,
      ];
    if (node.type !== "MemberExpression" || node.computed || own.has(node.property.name)) continue;
    const all = members.get(node.property.name) ?? [];
    const exact = all.filter((path) => path.at(-2) === node.object.name);
    if (all.length) yield [exact.length ? exact : all, line];
  }
}

const featureAt = (path) =>
  path.reduce((place, key) => (Object.hasOwn(place ?? {}, key) ? place[key] : undefined), data);

let failed = false;
const used = new Set();
const files = process.argv.slice(2).map((file) => [file, readFileSync(file, "utf8")]);
for (const [file, text] of files) if (!file.endsWith(".css")) noteOwn(file, text);
for (const [file, text] of files.filter(([name]) => !name.endsWith(".ts"))) {
  const told = new Set();
  for (const [paths, line] of file.endsWith(".css") ? ofCss(text) : ofJs(text)) {
    const features = paths.map(featureAt).filter((feature) => feature?.__compat);
    const wanting = features.map(lacking);
    if (!features.length || wanting.some((browsers) => !browsers.length)) continue;
    const name = paths[features.length === 1 ? paths.findIndex((path) => featureAt(path)?.__compat) : 0].join(".");
    used.add(name);
    if (name in without || told.has(name)) continue;
    told.add(name);
    failed = true;
    console.log(
      `${file}:${line}: ${name} is not in ${wanting[0].map(({ name, version }) => `${name} ${version.join(".")}`).join(", ")}`,
    );
  }
}
if (process.env.UNUSED) for (const name of Object.keys(without)) if (!used.has(name)) console.log(`not used: ${name}`);
process.exitCode = failed ? 1 : 0;
