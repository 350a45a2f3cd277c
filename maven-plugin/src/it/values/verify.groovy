String log = new File(basedir, 'build.log').text.replaceAll('\\u001B\\[[0-9;]*m', '')

assert log.contains('[WARNING] warning[credential-whitespace]')
assert log.contains('[WARNING] Found 1 warning in 1 file')
assert log.contains('[INFO] skipped, as <skip> or -Dregwright.skip says')
assert log.contains("<failOn> takes error, warning, info, never, not 'fatal'")
assert log.contains('[ERROR] talos/mirors.yaml: no such file or directory; did you mean talos/mirrors.yaml?')
assert log.contains('some files could not be read, written or judged')
assert !log.contains('Exception:')
