String log = new File(basedir, 'build.log').text
File page = new File(basedir, 'trace.html')

assert log =~ /Wrote 2 spans in 1 trace to .*trace\.html/
assert log.contains('1 line of metrics, skipped')
assert page.text.contains('"name":"root"')
assert log.contains('there is no such file. Check the path')
