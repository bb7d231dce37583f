package taken;

record Throwable() {}
