import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text

// Told from where Maven was called; a module without spans is passed over.
assert log.contains('Wrote library/target/spanloom/index.html\n')
assert log.contains('Wrote agent/target/spanloom/index.html\n')
assert !log.contains('plain')

// A module's model has the spans of its dependencies that nest with its own.
def model = new JsonSlurper().parse(new File(basedir, 'agent/target/spanloom/model.json'))
assert model.spans*.artifact as Set == ['agent', 'library'] as Set
assert model.edges.size() == 1

// They are defined where they are written, once.
assert !new File(basedir, 'agent/target/spanloom/registry.yaml').text.contains('catalogue_search')
