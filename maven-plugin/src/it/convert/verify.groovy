String worker = new File(basedir, 'nodes/worker.yaml').text
File output = new File(basedir, 'target/generated-resources/regwright')

assert worker.contains('kind: RegistryMirrorConfig') && !worker.contains('registries:')
assert worker.contains('# Kept.') && worker.contains('# through the cache')
assert new File(output, 'others/a/worker.yaml').text == worker
assert !new File(output, 'others/foreign.yaml').exists()
assert new File(basedir, 'others/a/worker.yaml').text.contains('registries:')
assert new File(basedir, 'left.yaml').text.contains('registries:')
assert new File(basedir, 'target/certs.d/docker.io/hosts.toml').text.contains('https://cache.example.org:5000')
assert new File(basedir, 'target/trace.txt').text.contains('https://cache.example.org:5000/v2/library/nginx/manifests/latest?ns=docker.io')
