import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
def names = ['index.html', 'SPANS.md', 'model.json', 'registry.yaml']

names.each { name ->
  File file = new File(basedir, "target/spanloom/$name")
  assert log.contains("Wrote target/spanloom/$name\n")
  assert new File(basedir, "elsewhere/$name").text == file.text : "$name is the same each time"
  assert file.text.contains('catalogue_search')
}
def model = new JsonSlurper().parse(new File(basedir, 'target/spanloom/model.json'))
assert model.formatVersion == 1
assert model.module == [groupId: 'it', artifactId: 'model-writes-files', version: '1']
def agent = model.spans.find { it.kind == 'AGENT' }
def tool = model.spans.find { it.kind == 'TOOL' }
assert model.roots == [agent.id]
assert model.edges == [[parent: agent.id, child: tool.id, via: 'call']]
assert tool.schema.properties.keySet() == ['author', 'limit'] as Set
assert new File(basedir, 'target/spanloom/SPANS.md').text.contains('└─ execute_tool catalogue_search')
