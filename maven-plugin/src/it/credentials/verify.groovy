String log = new File(basedir, 'build.log').text
File output = new File(basedir, 'target/generated-resources/regwright')

assert new File(output, 'plain.yaml').text.contains('password: canary-password-plain')
assert new File(output, 'plain.yaml').text.contains('username: robot-plain')
assert new File(output, 'encrypted.yaml').text.contains('password: canary-password-encrypted')
assert new File(output, 'environment.yaml').text.contains('identityToken: canary-token-of-the-environment')
assert log.contains("the password of the server 'encrypted' cannot be decrypted")
assert log.contains("<serverId> names no server of your settings.xml: 'nobody'")
assert log.contains('-> [Help 1]')
assert !log.contains('canary'): 'a secret in the log'
new File(basedir, 'target/regwright').eachFile { assert !it.text.contains('canary') }
