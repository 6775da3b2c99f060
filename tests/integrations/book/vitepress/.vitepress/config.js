// What the documentation says stands in documented.js; the rest is that of any book.

import documented from "./documented.js";

export default {
  ...documented,
  title: "A small book",
  lang: "es",
  base: "/vitepress/",
  themeConfig: {
    search: { provider: "local" },
    sidebar: ["en", "es"].map((lang) => ({ text: lang, link: `/${lang}/neural_networks/` })),
  },
};
