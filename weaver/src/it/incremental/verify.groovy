String log = new File(basedir, 'build.log').text
List<String> weaves = log.readLines().findAll { it.contains('2 methods of 2 classes') }

assert weaves.size() == 3
assert weaves[0] =~ /Wove 2 methods of 2 classes in \d+ ms/
assert weaves[1].contains('2 methods of 2 classes are woven, nothing changed')
assert weaves[2] =~ /Wove 2 methods of 2 classes in \d+ ms/
assert log.contains('Compiling 1 source file')
assert log.count('invoke_agent librarian') == 1
assert log.count('execute_tool catalogue_search') == 1
