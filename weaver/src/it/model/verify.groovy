String log = new File(basedir, 'build.log').text

assert log =~ /model has no span model in .*classes\. Compile it first/
assert log.contains('Blueprint of model: which span can be below which')
assert log =~ /invoke_agent librarian +AGENT +Librarian.java:\d+\R.{3}execute_tool catalogue_search +TOOL +Catalogue.java:\d+ +id: none/
assert log.contains('Span model of model: 2 spans in 2 classes')
assert log.contains('execute_tool catalogue_search')
assert log.contains('Catalogue.java:')
assert log.contains('"Searches the catalogue."')
assert log =~ /app\.limit +long +parameter limit/
assert !log.contains('Wove')
