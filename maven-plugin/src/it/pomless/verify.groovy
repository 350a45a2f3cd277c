String log = new File(basedir, 'build.log').text.replaceAll('\\u001B\\[[0-9;]*m', '')
String version = (log =~ /mvn dev\.regwright:regwright-maven-plugin:([^:]+):fix/)[0][1]

assert log.contains(' --> talos/mirrors.yaml:3:7')
assert log.contains("to repair what can be repaired: mvn dev.regwright:regwright-maven-plugin:$version:fix -Dregwright.includes=talos/")
assert log.contains('[INFO] fixed talos/mirrors.yaml:3:7')
assert new File(basedir, 'talos/mirrors.yaml').text.contains('name: ghcr.io')
assert log.contains('[INFO] path-needs-override')
assert log.contains('regwright.failOn') && log.contains('User property')
assert log =~ /\[WARNING\] talos\/mirrors.yaml:/
assert new File(basedir, 'target/generated-resources/regwright/ghcr.io/hosts.toml').exists()
assert new File(basedir, 'target/generated-resources/regwright/zot.yaml').exists()
assert !log.contains('canary')
