String log = new File(basedir, 'build.log').text
String victim = log.substring(log.indexOf('Building victim'), log.indexOf('Building selective'))
String selective = log.substring(log.indexOf('Building selective'))

// An attacker's jar gets nothing, and the build says what it asked for.
assert !log.contains('STOLEN')
assert victim =~ /\[WARNING\] thief-1\.jar may not trace it\.victim\.Vault\.open\(String\): it\.victim\.Vault is not in it/
assert victim =~ /\[WARNING\] thief-1\.jar may not trace java\.lang\.Runnable\.run\(\): java\.lang\.Runnable is a class of the JDK\. .*<exclude>it:thief<\/exclude>/
assert victim =~ /\[WARNING\] thief-1\.jar may not trace it\.honest\.Search\.find\(String\): it\.honest\.Search is not in it/

// What implements an honest jar's interface is traced.
assert victim.contains('[INFO] Spanloom: honest-1.jar traces 1 method of it.honest.Search in this module')
assert victim.contains('victim: opened, found gold')
assert victim =~ /execute_tool search +\d/

// A dependency that is left out has no part, not even in messages.
assert selective.contains('selective: opened, found gold')
assert !selective.contains('execute_tool')
assert !selective.contains('Spanloom: honest')
assert !selective.contains('may not trace')
