// The packages lie elsewhere, and other books use them too: what is kept between builds stays here.

export default {
  base: "/astro",
  trailingSlash: "always",
  cacheDir: ".cache",
  vite: { cacheDir: ".vite", resolve: { preserveSymlinks: true } },
};
