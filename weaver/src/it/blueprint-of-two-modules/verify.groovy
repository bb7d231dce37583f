String log = new File(basedir, 'build.log').text.replace('\r', '')

// The tree, whatever characters this console draws it with.
List<String> tree = log.substring(log.indexOf('Blueprint of app'), log.indexOf('Span model of app')).readLines()
        .drop(2)
        .takeWhile { !it.contains('it is below itself') }
        .collect { it.replaceAll(/[^\w.{}: ]/, '').replaceAll(/:\d+/, '').replaceAll(/ +/, ' ').trim() }
        .findAll { !it.isEmpty() }
assert tree.collect { it.replace(' cycle', '') } == [
        'invoke_agent librarian AGENT Librarian.java',
        'reasoning TASK REASONING Librarian.java',
        'chat m LLM CLIENT Librarian.java',
        'execute_tool catalogue_search TOOL Catalogue.java id: parameter in tools',
        'rank TASK REASONING Catalogue.java in tools',
        'invoke_agent librarian AGENT Librarian.java',
        'chat m LLM CLIENT Librarian.java',
]
assert log.contains('it is below itself: a cycle.')

assert log.contains('Cannot accept the blueprint of app: 1 of its spans are doubtful.')
assert log =~ /Librarian\.java:\d+: \[OutsideRun\] .* Librarian\.ask\(String\) can run from Librarian\.main/

assert new File(basedir, 'app/target/spanloom/model.json').text.contains('"artifact": "tools"')
