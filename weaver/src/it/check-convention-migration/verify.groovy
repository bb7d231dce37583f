String log = new File(basedir, 'build.log').text

assert log.contains('1 change breaks what reads them')
assert log.contains('OpenTelemetry GenAI 1.36.0 -> 1.41.1')
assert log =~ /gen_ai\.system string +-> gen_ai\.provider\.name string +LLM +the provider/
assert !log.contains('gen_ai.data_source.id') // no span of this module carries it
