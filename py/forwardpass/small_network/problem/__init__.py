"""Problems: a data point with two networks for it, how they are drawn, changed by hand and named in addresses."""
