import { hydrateRoot } from "react-dom/client";
import { Book } from "./book.jsx";

hydrateRoot(document.getElementById("book"), <Book />);
