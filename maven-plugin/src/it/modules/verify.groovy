String log = new File(basedir, 'build.log').text.replaceAll('\\u001B\\[[0-9;]*m', '')

assert log.contains(' --> two/talos.yaml:3:7')
assert log.contains('to repair what can be repaired: mvn -pl :two regwright:fix')
assert !log.contains('regwright:fix@')
assert log.count('All good: no findings in 1 file') == 3
assert !log.contains('not marked @threadSafe') && !log.contains('not marked as thread-safe')
for (module in ['.', 'one', 'two', 'three']) {
  String json = new File(basedir, module + '/target/regwright.json').text
  assert json.count('"talos"') > 0
  assert json.contains(module == '.' ? 'shared.yaml' : module + '/talos.yaml')
  assert module != '.' || !json.contains('talos.yaml')
}
