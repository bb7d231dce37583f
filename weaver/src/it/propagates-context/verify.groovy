String log = new File(basedir, 'build.log').text
List<String> weaves = log.readLines().findAll { it.contains('Wove') }

assert weaves.size() == 3
assert weaves[0] =~ /Wove 2 methods of 2 classes, and context propagation into 1 call site in \d+ ms/
assert weaves[1] =~ /Wove 2 methods of 2 classes in \d+ ms/
assert weaves[2] =~ /Wove 2 methods of 2 classes, and context propagation into 1 call site in \d+ ms/
assert log.count('answer: new books of Ada and old books of Ada') == 3

List<String> tools = log.readLines().findAll { it.contains('execute_tool catalogue_search') }
List<Boolean> belowTheAgent = tools.collect { !it.startsWith('execute_tool') }
assert belowTheAgent == [true, true, false, false, true, true]
