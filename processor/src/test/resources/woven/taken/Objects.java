package taken;

record Objects() {}
