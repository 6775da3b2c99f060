export default {
  base: "/astro",
  trailingSlash: "always",
  vite: { resolve: { preserveSymlinks: true } }, // the packages lie elsewhere
};
