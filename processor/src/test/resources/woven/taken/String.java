package taken;

record String(java.lang.String text) {}
