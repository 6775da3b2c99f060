import assert from "node:assert/strict";
import { test } from "node:test";
import { frameAddress, frameSnippet, scriptSnippet } from "../../../web/elements/share/snippets.js";

const SITE = new URL("https://site.test/sub/");

test("by script: embed.js and the element with what it shows", () => {
  assert.equal(
    scriptSnippet(SITE, "simple-forward-pass", { lang: "es", seed: 7, step: "sum" }),
    '<script type="module" src="https://site.test/sub/embed.js"></script>\n<simple-forward-pass lang="es" seed="7" step="sum"></simple-forward-pass>',
  );
});

test("by frame: its address, its title and a height", () => {
  const address = frameAddress(SITE, "simple_forward_pass", { lang: "es", seed: 7 });
  assert.equal(address, "https://site.test/sub/embed/simple_forward_pass/?lang=es&seed=7");
  assert.equal(
    frameSnippet(address, "Forward", 400),
    '<iframe src="https://site.test/sub/embed/simple_forward_pass/?lang=es&amp;seed=7" title="Forward" loading="lazy" allow="clipboard-write" width="100%" height="400" frameborder="0"></iframe>',
  );
});

test("no value ends the attribute that it stands in", () => {
  const wrong = 'a"><script>&amp;';
  assert.ok(scriptSnippet(SITE, "demo", { network: wrong }).includes('network="a&quot;>&lt;script>&amp;amp;"'));
  assert.ok(frameSnippet(SITE.href, wrong, 1).includes('title="a&quot;>&lt;script>&amp;amp;"'));
  assert.ok(!frameAddress(SITE, "demo", { network: wrong }).includes('"'));
});
