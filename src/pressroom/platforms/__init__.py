"""Wire clients: the only code that speaks to Facebook, Instagram and X."""
