String log = new File(basedir, 'build.log').text
def files =
    new java.util.jar.JarFile(new File(basedir, 'target/spring-boot-1.jar')).withCloseable {
      it.entries()*.name
    }

assert files.contains('BOOT-INF/classes/it/Catalogue.class')
assert log.contains('answer: found 3 books of Ada')
assert log =~ /invoke_agent librarian(?s:.*)execute_tool catalogue_search/
