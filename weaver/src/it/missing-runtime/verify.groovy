String log = new File(basedir, 'build.log').text

assert log =~ /Catalogue\.java:\[6,7\] \[MissingRuntime\] .*spanloom-runtime/
assert log =~ /\[INFO\] 1 error/
