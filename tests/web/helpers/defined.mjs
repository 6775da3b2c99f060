// For `node --test`: what esbuild fills in when the site is built (py/builder/publish/assets.py), and what Node lacks of a browser. Loaded before the tests of each file.

Object.assign(globalThis, {
  LIMITS: { side: 28, bytes: 20_000_000, samples: 150 },
  LANGUAGES: "en es fr zh ko ja",
  PARTS: { fashion: "fashion/", lessons: "lessons/", mnist: "mnist/", networks: "networks/", python: "python/" },
  WITH: { halves: true, parts: true, snapshot: true },
});
