def jar = { new File(basedir, "$it/reproducible-1.jar") }
def files = new java.util.jar.JarFile(jar('one')).withCloseable { it.entries()*.name }

assert new File(basedir, 'build.log').text.count('Wove 2 methods of 2 classes') == 2
assert files.contains('it/Catalogue_SpanAspect.class')
assert files.contains('META-INF/spanloom/span-model.json')
assert jar('one').bytes == jar('two').bytes
