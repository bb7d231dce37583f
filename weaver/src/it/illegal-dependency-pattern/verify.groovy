String log = new File(basedir, 'build.log').text

assert log.contains("Cannot tell which <dependencies> take part: 'com.acme' is not a pattern. Write groupId:artifactId, in which * stands for any characters, such as com.acme:*")
