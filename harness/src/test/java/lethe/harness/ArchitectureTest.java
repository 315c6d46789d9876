package lethe.harness;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "lethe.harness")
class ArchitectureTest {
  @ArchTest
  static final ArchRule GOLDEN_IS_THE_ONE_DOOR_TO_APPROVAL_TESTS = noClasses()
      .that().haveNameNotMatching("lethe\\.harness\\.golden\\.Golden(Namer)?")
      .should().dependOnClassesThat().resideInAPackage("org.approvaltests..");

  @ArchTest
  static final ArchRule THE_CORPUS_KNOWS_NO_MACHINE = noClasses()
      .that().resideInAPackage("lethe.harness.corpus..").and().haveSimpleNameNotEndingWith("Test")
      .should().dependOnClassesThat().resideInAnyPackage(
          "lethe.vm.interp..", "lethe.vm.policy..", "lethe.vm.heap..", "lethe.vm.link..", "lethe.vm.prim..");

  @ArchTest
  static final ArchRule THE_MACHINE_IS_SEEN_FROM_OUTSIDE = noClasses()
      .that().resideOutsideOfPackage("lethe.harness.mutant..").and().haveSimpleNameNotEndingWith("Test")
      .should().dependOnClassesThat(
          resideInAnyPackage("lethe.vm.interp..", "lethe.vm.policy..", "lethe.vm.link..", "lethe.vm.prim..",
              "lethe.vm.record..").and(not(simpleName("Schedule"))))
      .because("the harness tells of any machine what it can tell of ours; only a mutant's business is the inside");

  @ArchTest
  static final ArchRule NO_POLICY_IS_SEEN_FROM_INSIDE = noClasses()
      .that().doNotHaveSimpleName("PoliciesTest").and().resideOutsideOfPackage("lethe.harness.mutant..")
      .should().dependOnClassesThat().resideInAnyPackage("lethe.vm.policy..", "lethe.vm.link..");

  @ArchTest
  static final ArchRule THE_ENGINE_KNOWS_NO_REPORT = noClasses()
      .that().resideOutsideOfPackages("lethe.harness.report..", "lethe.harness.cli..")
      .should().dependOnClassesThat().resideInAPackage("lethe.harness.report..");

  @ArchTest
  static final ArchRule A_CHANGE_IS_TOLD_FROM_TEXTS_ALONE = noClasses()
      .that().resideInAPackage("lethe.harness.change..").and().haveSimpleNameNotEndingWith("Test")
      .should().dependOnClassesThat(resideInAPackage("lethe.harness..").and(not(resideInAPackage("lethe.harness.change.."))));

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_THING_IS = classes()
      .should().haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl)");
}
