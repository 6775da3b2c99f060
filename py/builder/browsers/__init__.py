"""From which versions of browsers on the site works: said once, in package.json; held here, and what esbuild makes scripts for."""
