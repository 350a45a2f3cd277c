package dev.regwright.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The plugin knows the library and Maven, and nothing the library is made of. */
@AnalyzeClasses(
    packages = "dev.regwright.maven",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule THIN =
      classes()
          .that()
          .doNotHaveSimpleName("HelpMojo") // generated
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.inject",
              "org.jspecify.annotations",
              "org.apache.maven..",
              "dev.regwright.maven",
              "dev.regwright.source",
              "dev.regwright.model",
              "dev.regwright.run",
              "dev.regwright.lint",
              "dev.regwright.lint.settings",
              "dev.regwright.report",
              "dev.regwright.convert",
              "dev.regwright.containerd",
              "dev.regwright.generate",
              "dev.regwright.trace");
}
