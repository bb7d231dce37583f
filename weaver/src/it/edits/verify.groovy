String log = new File(basedir, 'build.log').text
List<String> weaves = log.readLines().findAll { it =~ /Wove|woven/ }

assert weaves.size() == 4
assert weaves[0] =~ /Wove 2 methods of 2 classes in \d+ ms/
assert weaves[1] =~ /Wove 2 methods of 2 classes in \d+ ms/
assert weaves[2] =~ /Wove 1 method of 1 class in \d+ ms/
assert weaves[3].contains('1 method of 1 class are woven, nothing changed')
assert !log.contains('catalogue_search')
assert log.count('execute_tool catalogue_find') == 1
assert log.count('invoke_agent librarian') == 2
assert log.contains('answer: found nothing of Ada')

// Nothing is left of the class: not itself, not its advice, not the copy that was woven.
def left = []
new File(basedir, 'target').eachFileRecurse { if (it.name.startsWith('Catalogue')) left << it }
assert left.isEmpty()
