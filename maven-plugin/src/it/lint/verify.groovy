String log = new File(basedir, 'build.log').text.replaceAll('\\u001B\\[[0-9;]*m', '')

assert log.contains('[ERROR] error[mirror-name-never-matches]: ')
assert log.contains(' --> talos/mirrors.yaml:3:7')
assert log.contains('= rule: mvn regwright:rules -Dregwright.rule=mirror-name-never-matches')
assert log.contains('Found 1 error in 1 of 2 files (Talos 1.13, containerd 2.2)')
assert log.contains('to repair what can be repaired: mvn regwright:fix@registries')
assert !log.contains('--fix')
assert !log.contains('elsewhere.yaml:')
assert !log.contains('vendor')  || !log.contains('vendor/other.yaml:')
assert log.contains('[INFO] fixed talos/mirrors.yaml:3:7')
assert log.contains('[INFO] All good: no findings in 2 files (Talos 1.13, containerd 2.2).')
assert log.count('no registry configuration changed since it was found good') == 1
assert !log.contains('canary'): 'a secret in the log'

assert new File(basedir, 'talos/mirrors.yaml').text.contains('name: ghcr.io')
assert new File(basedir, 'elsewhere.yaml').text.contains('https://ghcr.io')
assert new File(basedir, 'target/reports/regwright.sarif').text.contains('"version":"2.1.0"') ||
    new File(basedir, 'target/reports/regwright.sarif').text.contains('"version": "2.1.0"')
assert new File(basedir, 'target/regwright.json').text.contains('"talos":"1.13"') ||
    new File(basedir, 'target/regwright.json').text.contains('"talos": "1.13"')
