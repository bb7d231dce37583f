// What is new or has moved is told, and fine.
String log = new File(basedir, 'build.log').text

assert log.contains('[INFO] 1 span is as spanloom.lock.json says')
assert log.contains("New, and not in spanloom.lock.json yet ('mvn verify -Dspanloom.update' adds it):")
assert log =~ /execute_tool catalogue_search  \(it\.Catalogue#find\(java\.lang\.String\)\)/
assert log =~ /~ method: it\.Catalogue#find\(java\.lang\.String\) -> it\.Catalogue#search/
assert log.contains('+ app.limit (long)')
assert log =~ /invoke_agent librarian(?s:.*)\+ new span/
