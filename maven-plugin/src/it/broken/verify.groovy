String log = new File(basedir, 'build.log').text.replaceAll('\\u001B\\[[0-9;]*m', '')

assert log.contains('[ERROR] error[yaml-syntax]')
assert log.contains(' --> mirrors.yaml:')
assert log.contains('MojoFailureException') || log.contains('Found 1 error in 1 file')
assert !log.contains('internal error')
