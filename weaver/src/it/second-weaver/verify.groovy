String log = new File(basedir, 'build.log').text

// Three builds, each with the same tree, and the project's aspects applied once.
assert log.count('audited 3, submitted 1') == 3
assert log.count('execute_tool price') == 3
assert log.count('execute_tool list') == 3
assert log.count('invoke_agent shop') == 3
assert !log.contains('adviceDidNotMatch')
