String log = new File(basedir, 'build.log').text.replace('[ERROR] ', '')

assert log =~ /Cannot check the spans of check-fails-on-removal: it has no span model in .*classes, but promises spans in spanloom\.lock\.json/
assert log.contains('Cannot accept the spans of check-fails-on-removal: 5 changes break what reads them, by spanloom.lock.json.')
assert log.contains('''  execute_tool catalogue_borrow  (it.Catalogue#borrow(java.lang.String))
      - span removed
  execute_tool catalogue_search  (it.Catalogue#search(java.lang.String,int))
      - app.hits (long)
      ~ app.limit: string -> long
''')
assert log.contains('      ~ argument limit: optional -> required\n')
assert log.contains('''  invoke_agent archivist  (it.Librarian#answer(java.lang.String))
      ~ span renamed: invoke_agent archivist -> invoke_agent librarian
''')
assert log.contains("accept the new spans with 'mvn verify -Dspanloom.update'")
