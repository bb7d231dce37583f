String log = new File(basedir, 'build.log').text

assert log.contains('http://127.0.0.1:9/opentelemetry.proto')
assert log.contains('authorization=****')
assert log =~ /Cannot deliver spans to http:\/\/127\.0\.0\.1:9.*Connection refused.*Nothing listens there/
assert !log.contains('s3cr3t')
