String log = new File(basedir, 'build.log').text

// A proxy calls the method that is traced already: one span a call, and every class verifies.
['plain', 'spring', 'mockito subclass', 'mockito inline', 'javassist', 'guice'].each { kind ->
  assert log =~ /(?m)^$kind: \[execute_tool count, execute_tool fetch, execute_tool search\]/
}
assert log.contains('jdk: [execute_tool fetch, execute_tool search] of it.$Proxy')

// Those are what was called, not the class itself.
['$$SpringCGLIB$$', '$MockitoMock$', '_$$_jvst', '$$EnhancerByGuice$$'].each { name ->
  assert log.contains('of it.Catalogue' + name)
}

// A class of the application's is woven whatever its name is like.
assert log =~ /(?m)^own: \[execute_tool lend, execute_tool list\]/
