#!/bin/sh
# Times `regwright lint` as a whole process, as users run it. Needs the built distribution (mvn package), awk and
# GNU time (/usr/bin/time). Prints the median of RUNS runs (default 9) in milliseconds, and the peak memory.
set -eu
cd "$(dirname "$0")/.."
regwright=cli/target/regwright/bin/regwright
jar=cli/target/regwright/lib/regwright.jar
runs=${RUNS:-9}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/small.yaml" <<'YAML'
apiVersion: v1alpha1
kind: RegistryMirrorConfig
name: docker.io
endpoints:
  - url: https://harbor.example.org/v2/dockerhub
    overridePath: true
---
apiVersion: v1alpha1
kind: RegistryAuthConfig
name: harbor.example.org
username: robot
password: example
YAML
awk 'BEGIN { for (i = 0; i < 67387; i++) { if (i) print "---";
  printf "apiVersion: v1alpha1\nkind: RegistryMirrorConfig\nname: r%06d.example.org\nendpoints:\n    - url: https://m1.example.org:5000\nskipFallback: true\n", i } }' > "$work/stream.yaml"

measure() { # label, command...
  label=$1; shift
  i=0
  : > "$work/times"
  while [ "$i" -lt "$runs" ]; do
    start=$(date +%s%N)
    /usr/bin/time -f %M -o "$work/rss" "$@" > /dev/null 2>&1 || true
    end=$(date +%s%N)
    echo "$(( (end - start) / 1000000 )) $(cat "$work/rss")" >> "$work/times"
    i=$((i + 1))
  done
  sort -n "$work/times" | awk -v n="$runs" -v l="$label" 'NR == int((n + 1) / 2) { printf "%-42s %6d ms %6d MB\n", l, $1, $2 / 1024 }'
}

printf 'public class Floor { public static void main(String[] a) {} }' > "$work/Floor.java"
javac -d "$work" "$work/Floor.java"
XDG_CACHE_HOME="$work/cache" REGWRIGHT_CACHE_WAIT=1 "$regwright" lint "$work/small.yaml" > /dev/null
export XDG_CACHE_HOME="$work/cache"
measure "JVM floor (an empty main)" java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$work" Floor
measure "small file, as installed" "$regwright" lint "$work/small.yaml"
measure "small file, plain JVM" java -jar "$jar" lint "$work/small.yaml"
measure "10 MB stream, as installed" "$regwright" lint "$work/stream.yaml"
measure "10 MB stream, plain JVM with SerialGC" java -XX:+UseSerialGC -jar "$jar" lint "$work/stream.yaml"
