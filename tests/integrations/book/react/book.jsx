import { StrictMode, useEffect, useState } from "react";
import { ForwardPass } from "./documented.jsx";

const PLACES = { "A small book": "", Chapter: "#chapter", "Another chapter": "#another" };

/** Pages that turn over without loading a document; `steps` counts what it has heard. */
export function Book() {
  const [place, turn] = useState("#chapter");
  const [seed, setSeed] = useState(1);
  const [steps, count] = useState(0);
  useEffect(() => {
    const follow = () => turn(location.hash);
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  return (
    <StrictMode>
      <nav>
        {Object.entries(PLACES).map(([name, hash]) => (
          <a key={name} href={hash || "#"}>
            {name}
          </a>
        ))}
        <button type="button" onClick={() => setSeed(7)}>
          Problem 7
        </button>
        <output>{steps}</output>
      </nav>
      {place === "#chapter" && (
        <main>
          <h1>Redes neuronales</h1>
          <ForwardPass seed={seed} onStep={() => count((before) => before + 1)} />
          <ForwardPass demo="forward-pass-mnist" />
        </main>
      )}
      {place === "#another" && (
        <main>
          <h1>Neural networks</h1>
          <ForwardPass lang="en" />
        </main>
      )}
    </StrictMode>
  );
}
