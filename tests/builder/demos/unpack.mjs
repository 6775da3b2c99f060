// The recorded lessons of a folder, as the page puts them together: one a line.

import { readdirSync, readFileSync } from "node:fs";
import { unpacked } from "../../../web/elements/lessons/recorded.js";

const [folder, count] = process.argv.slice(2);
const read = (file) => readFileSync(`${folder}/${file}`, "utf-8");
const numbers = [...Array(Number(count)).keys()];
if (!readdirSync(folder).includes("pieces.txt")) throw new Error(`${folder} has no pieces`);
process.stdout.write(
  numbers.map((number) => unpacked(read("pieces.txt"), JSON.parse(read(`${number}.json`)))).join("\n"),
);
