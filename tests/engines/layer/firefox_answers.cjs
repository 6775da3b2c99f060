// Put before Playwright's driver (NODE_OPTIONS): Firefox ESR does not know all commands that Playwright has for newer ones; its "unknown command" is taken for an empty answer.

const Module = require("node:module");

const compile = Module.prototype._compile;
const REFUSED = 'if (object.type === "error") {\n            if (object.error === "no such frame")';
const TAKEN = `if (object.error === "unknown command") {\n            callback.resolve({});\n          } else ${REFUSED}`;

Module.prototype._compile = function (code, file, ...rest) {
  return compile.call(this, file.endsWith("coreBundle.js") ? code.replace(REFUSED, TAKEN) : code, file, ...rest);
};
