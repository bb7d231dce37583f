String log = new File(basedir, 'build.log').text

assert log =~ /\[INFO\] Wove 4 methods of 4 classes in \d+ ms/
assert log.contains('answer: found 3 books of Ada')
assert log =~ /invoke_agent librarian(?s:.*)execute_tool catalogue_search(?s:.*)count(?s:.*)full_name/

// javac compiles what kapt generated, and keeps what kapt wrote.
String model = new File(basedir, 'target/classes/META-INF/spanloom/span-model.json').text
assert model.contains('Searches the catalogue.')
assert model.contains('"it.Librarian"') && model.contains('"it.Catalogue"')

// A default argument makes no second span.
assert (log =~ /execute_tool catalogue_search/).count == 1
