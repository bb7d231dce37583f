String log = new File(basedir, 'build.log').text

assert log =~ /\[WARNING\] No class of this module implements it\.api\.Search\.search\(String\) \(Search\.java:8\), so nothing here is traced for it/
assert log.contains('answer: 3 books of Ada and 1 letter of Ada')

// Each call is one span, whichever module its class and its advice are in.
def spans = log.readLines().findAll { it =~ /(invoke_agent|execute_tool|count).* ms$/ }
assert spans.size() == 4
assert log =~ /invoke_agent librarian(?s:.*)execute_tool search(?s:.*)count(?s:.*)execute_tool search/
