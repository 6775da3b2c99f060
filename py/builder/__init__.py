"""Build time only: turns py/forwardpass and web/ into the static site in dist/, serves it and checks it."""
