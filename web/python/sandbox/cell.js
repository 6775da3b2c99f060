// The wall round a reader's code: a frame that is sandboxed, so that it has an origin of its own with nothing kept for it, and whose policy allows no connection at all.
// The worker in it inherits both. What it gets of the world are the files of Python, by a port.

/** @typedef {import("../page/connection.js").Wish} Wish */
/** @typedef {(type: string, value?: unknown) => void} Tell */

// A classic worker, since not every browser makes one of modules there.
const POLICY = "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval' blob:; worker-src blob:";
const PAGE = `<!doctype html><meta http-equiv="content-security-policy" content="${POLICY}"><script>
onmessage = ({ data, ports }) => {
  onmessage = null;
  const script = URL.createObjectURL(new Blob([data], { type: "text/javascript" }));
  const worker = new Worker(script, { name: "reader" });
  worker.onerror = () => parent.postMessage("died", "*");
  worker.postMessage(null, ports);
};
</script>`;
const TOLD = ["progress", "printed", "started", "answer"];
const FILE = /^[\w.-]+$/; // of one folder
const MOST_MESSAGES = 5000; // of a run, all its output; what sends more wants to do harm

export class Cell {
  #frame = document.createElement("iframe");
  #messages = 0;
  /** @type {MessagePort | undefined} */
  #port;

  /** @param {string} base the folder of Python @param {Tell} tell */
  constructor(base, tell) {
    this.base = base;
    this.tell = tell;
  }

  /** Starts Python in it; told is "started", with the failure if there is one. @param {Wish} wish */
  async open(wish) {
    try {
      const script = await this.#script();
      await this.#load();
      const { port1: port, port2: theirs } = new MessageChannel();
      port.onmessage = ({ data }) => this.#hear(port, data);
      this.#port = port;
      this.#frame.contentWindow?.postMessage(script, "*", [theirs]);
      port.postMessage({ type: "start", base: this.base, wish });
    } catch (error) {
      this.tell("started", { key: "error_failed", details: { reason: String(error) } });
    }
  }

  /** @param {unknown} request */
  run(request) {
    this.#messages = 0;
    this.#port?.postMessage({ type: "request", request: JSON.stringify(request) });
  }

  async #script() {
    const answer = await fetch(new URL("sandboxed.js", import.meta.url));
    if (!answer.ok) throw new Error(`sandboxed.js: ${answer.status}`);
    return answer.text();
  }

  #load() {
    const frame = this.#frame;
    frame.setAttribute("sandbox", "allow-scripts");
    frame.srcdoc = PAGE;
    addEventListener("message", ({ source, data }) => {
      if (source === frame.contentWindow && data === "died") this.tell("died");
    });
    return new Promise((loaded) => {
      frame.addEventListener("load", loaded, { once: true });
      document.body.append(frame);
    });
  }

  /** @param {MessagePort} port @param {any} message of a worker that is not trusted */
  #hear(port, { type, value }) {
    this.#messages += 1;
    if (this.#messages > MOST_MESSAGES) this.#end(port);
    else if (type === "file") this.#hand(port, Number(value.id), String(value.address));
    else if (TOLD.includes(type)) this.tell(type, value);
  }

  /** @param {MessagePort} port */
  #end(port) {
    port.close();
    this.#frame.remove();
    this.tell("died");
  }

  /** A file of Python's folder, and of no other. @param {MessagePort} port @param {number} id @param {string} address */
  async #hand(port, id, address) {
    const isOurs = address.startsWith(this.base) && FILE.test(address.slice(this.base.length));
    const answer = isOurs ? await fetch(address).catch(() => Response.error()) : Response.error();
    const content = await answer.arrayBuffer().catch(() => new ArrayBuffer(0));
    const file = { id, status: answer.status, kind: answer.headers.get("content-type") ?? "", content };
    port.postMessage({ type: "file", ...file }, [content]);
  }
}
