String log = new File(basedir, 'build.log').text
String lock = new File(basedir, 'spanloom.lock.json').text

assert log =~ /\[INFO\] No span model in .*classes: nothing to check\./
assert log =~ /\[WARNING\] No .*spanloom\.lock\.json: .* Run 'mvn verify -Dspanloom\.update' to write it/
assert log =~ /\[INFO\] Wrote .*spanloom\.lock\.json: 2 spans\. Commit it\./
assert log.contains('[INFO] 2 spans are as spanloom.lock.json says')
assert lock.contains('"method": "it.Catalogue#search(java.lang.String,int)"')
assert lock.contains('"app.limit": "long, recommended"')
assert lock.contains('"limit": "integer, required"')
