String log = new File(basedir, 'build.log').text

assert log.contains('Cannot weave: 1 of 1 annotated methods would not be traced.')
assert log.contains('it.Catalogue.search(String, int) (Catalogue.java:6): the compiled class has no such method, only search(String). Rebuild the module')
assert !new File(basedir, 'target/spanloom/weave/build-record.txt').exists()
