package dev.regwright;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;

/** Classes of some of our packages, and everything that is not ours. */
final class OutsideOrIn extends DescribedPredicate<JavaClass> {
  private final Set<String> packages;

  OutsideOrIn(String... packages) {
    super("are in one of " + List.of(packages) + " or not ours");
    this.packages = Set.of(packages);
  }

  @Override
  public boolean test(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    return !name.startsWith("dev.regwright") || packages.contains(name);
  }
}
