String log = new File(basedir, 'build.log').text.replaceAll('\\u001B\\[[0-9;]*m', '')
File output = new File(basedir, 'target/generated-resources/regwright')

assert new File(output, 'mirrors.yaml').text.contains('kind: RegistryMirrorConfig')
assert new File(output, 'mirrors.yaml').text.contains('http://10.5.0.1:5001')
assert new File(output, 'certs.d/ghcr.io/hosts.toml').text.contains('http://10.5.0.1:5001')
assert log.count('[INFO] wrote target/generated-resources/regwright/mirrors.yaml') == 1
assert log.count('target/generated-resources/regwright/mirrors.yaml is up to date') == 1
assert log.count('target/generated-resources/regwright/certs.d is up to date') == 1
assert log.contains('talosctl gen config NAME ENDPOINT --config-patch @target/generated-resources/regwright/mirrors.yaml')
