String log = new File(basedir, 'build.log').text

assert log =~ /\[INFO\] Wove 2 methods of 2 classes in \d+ ms/
assert log.contains('answer: found 3 books of Ada')
assert log =~ /invoke_agent librarian(?s:.*)execute_tool catalogue_search/

// javac compiles what kapt generated, and keeps what kapt wrote.
String model = new File(basedir, 'target/classes/META-INF/spanloom/span-model.json').text
assert model.contains('"it.Librarian"') && model.contains('"it.Catalogue"')
