// What embed.js at the root of the site leads to: it defines <simple-forward-pass> and <forward-pass-mnist>, and exports `python`, the one Python of the page.

export { python } from "./demos.js";
