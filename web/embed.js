// What embed.js at the root of the site leads to: it defines the elements of the demos, and exports `python`, the one Python of the page.

export { python } from "./demos.js";
