// What the documentation says stands in documented.js; the rest is that of any book. Its search is there to listen to keys.

module.exports = {
  ...require("./documented.js"),
  title: "A small book",
  url: "https://example.org",
  baseUrl: "/docusaurus/",
  trailingSlash: true,
  i18n: { defaultLocale: "es", locales: ["es"] },
  presets: [["classic", { docs: { routeBasePath: "/" }, blog: false }]],
  themeConfig: {
    navbar: { title: "A small book" },
    algolia: { appId: "none", apiKey: "none", indexName: "none" },
  },
};
