package taken;

record SpanSpec() {}
