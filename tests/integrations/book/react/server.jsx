import { renderToString } from "react-dom/server";
import { Book } from "./book.jsx";

process.stdout.write(`<!doctype html>
<html lang="es"><head><meta charset="utf-8"><title>A small book</title><link rel="icon" href="data:,"></head>
<body><div id="book">${renderToString(<Book />)}</div><script type="module" src="client.js"></script></body></html>`);
