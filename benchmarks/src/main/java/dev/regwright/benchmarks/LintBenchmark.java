package dev.regwright.benchmarks;

import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Linter;
import dev.regwright.source.SourceFile;
import dev.regwright.yaml.YamlStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Warm throughput over the stream of mirror documents; its sizes show whether time is linear. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class LintBenchmark {
  /** Number of documents; 67387 make the 10 MB stream. */
  @Param({"673", "6738", "67387"})
  private int documents;

  private byte[] bytes = new byte[0];
  private Linter all = Linter.forTalos("1.14");
  private Linter none = Linter.forTalos("1.14");

  /** Makes the stream. */
  @Setup
  public void setUp() {
    bytes = MirrorStream.of(documents).getBytes(StandardCharsets.UTF_8);
    all = Linter.forTalos("1.14");
    none = all.withRules(List.of());
  }

  /** YAML alone: bytes to trees. */
  @Benchmark
  public YamlStream read() {
    return YamlStream.read(SourceFile.of("stream.yaml", bytes));
  }

  /** What Talos says: loading and validation, no rules. */
  @Benchmark
  public LintedFile lintWithoutRules() {
    return none.lint(SourceFile.of("stream.yaml", bytes));
  }

  /** Everything. */
  @Benchmark
  public LintedFile lint() {
    return all.lint(SourceFile.of("stream.yaml", bytes));
  }
}
