// Every page loads it: once the page is at rest, the service worker is registered, and told the language that the reader reads.

const IDLE = 5000; // ms after the page has loaded
const AGAIN = 1000; // ms between looks at demos that still load
const site = new URL("../../", import.meta.url);

/** Not where bytes are dear, nor where there is no service worker: on pages without TLS, say. */
function isWanted() {
  const connection = /** @type {{saveData?: boolean} | undefined} */ (Reflect.get(navigator, "connection"));
  return "serviceWorker" in navigator && !connection?.saveData;
}

function whenAtRest() {
  if (document.querySelector("[state=loading]")) setTimeout(whenAtRest, AGAIN);
  else register().catch(() => {}); // no storage, no network: the next visit is like this one
}

/** A newer version that waits may take over now. */
async function register() {
  const registration = await navigator.serviceWorker.register(new URL("service-worker.js", site), {
    scope: site.pathname,
  });
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ atRest: { lang: document.documentElement.lang, script: import.meta.url } });
  registration.waiting?.postMessage({ takeOver: true });
}

if (isWanted()) addEventListener("load", () => setTimeout(whenAtRest, IDLE));
