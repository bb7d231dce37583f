String log = new File(basedir, 'build.log').text

assert log.contains('it.Librarian.answer(String, String): spanloom-processor has not seen it. Kotlin shows its classes to annotation processors through kapt only')
assert log.contains('it.Catalogue.search(String, int): spanloom-processor has not seen it.')
