package taken;

record List() {}
