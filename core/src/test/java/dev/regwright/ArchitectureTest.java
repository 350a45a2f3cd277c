package dev.regwright;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls of the house: which room may use which, as the table in CONTRIBUTING.md says. */
@AnalyzeClasses(packages = "dev.regwright", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchRule SOURCE = room("source");
  @ArchTest static final ArchRule MODEL = room("model");
  @ArchTest static final ArchRule PRESET = room("preset", "model");
  @ArchTest static final ArchRule YAML = room("yaml", "source");
  @ArchTest static final ArchRule TOML = room("toml", "source");
  @ArchTest static final ArchRule PKI = room("pki", "source");
  @ArchTest static final ArchRule CONTAINERD = room("containerd", "source", "toml", "model", "pki");

  @ArchTest static final ArchRule TALOS = room("talos", "source", "yaml", "model", "pki");

  @ArchTest static final ArchRule TRACE = room("trace", "source", "model", "pki", "containerd");

  @ArchTest
  static final ArchRule TRACE_INPUT =
      room("trace.input", "trace", "source", "yaml", "model", "talos", "lint");

  @ArchTest static final ArchRule DIFF = room("diff", "trace", "model");

  @ArchTest
  static final ArchRule UPGRADE =
      room(
          "upgrade",
          "lint",
          "lint.settings",
          "trace",
          "diff",
          "source",
          "model",
          "talos",
          "containerd");

  @ArchTest
  static final ArchRule LINT =
      room(
          "lint",
          "lint.rules",
          "lint.policy",
          "source",
          "yaml",
          "toml",
          "model",
          "pki",
          "talos",
          "containerd");

  @ArchTest
  static final ArchRule POLICY =
      room("lint.policy", "lint", "source", "yaml", "model", "talos", "containerd");

  @ArchTest
  static final ArchRule SETTINGS =
      room(
          "lint.settings",
          "lint",
          "lint.policy",
          "lint.rules",
          "source",
          "yaml",
          "model",
          "talos",
          "containerd");

  @ArchTest
  static final ArchRule RULES =
      room("lint.rules", "lint", "source", "yaml", "model", "pki", "talos");

  @ArchTest
  static final ArchRule CONVERT =
      room("convert", "source", "yaml", "model", "pki", "talos", "containerd");

  @ArchTest
  static final ArchRule REPORT =
      room(
          "report",
          "source",
          "model",
          "lint",
          "lint.rules",
          "talos",
          "containerd",
          "trace",
          "diff");

  @ArchTest
  static final ArchRule GENERATE =
      room("generate", "source", "model", "pki", "containerd", "preset", "lint", "convert");

  /** A run uses all of them, and nothing uses a run. */
  @ArchTest
  static final ArchRule RUN =
      room(
          "run",
          "source",
          "model",
          "lint",
          "lint.settings",
          "talos",
          "containerd",
          "convert",
          "generate",
          "preset",
          "trace",
          "trace.input",
          "upgrade",
          "report");

  /**
   * lint and lint.rules are one slice: the engine lists the rules, and the rules implement its
   * contract.
   */
  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("dev.regwright.(*)..").should().beFreeOfCycles();

  private static ArchRule room(String name, String... mayUse) {
    String[] packages = new String[mayUse.length + 1];
    for (int i = 0; i < mayUse.length; i++) {
      packages[i] = "dev.regwright." + mayUse[i];
    }
    packages[mayUse.length] = "dev.regwright." + name;
    return classes()
        .that()
        .resideInAPackage("dev.regwright." + name)
        .should()
        .onlyDependOnClassesThat(new OutsideOrIn(packages))
        .allowEmptyShould(true);
  }
}
