String log = new File(basedir, 'build.log').text

assert log =~ /\[INFO\] Wove 1 method of 1 class in \d+ ms/
assert log.contains('answer: 3 books of Ada in the attic')
assert log.count('execute_tool catalogue_search') == 1
