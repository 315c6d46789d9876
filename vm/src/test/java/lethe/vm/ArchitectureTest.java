package lethe.vm;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Each package knows only what stands above it. */
@AnalyzeClasses(packages = "lethe.vm", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final DescribedPredicate<JavaClass> OUTSIDE_THE_VM =
      not(resideInAnyPackage("lethe..")).as("classes of other projects");

  private static ArchRule knowsOnly(String who, String... known) {
    String[] packages = new String[known.length + 1];
    packages[0] = "lethe.vm." + who;
    for (int i = 0; i < known.length; i++) {
      packages[i + 1] = "lethe.vm." + known[i];
    }
    return classes().that().resideInAPackage(packages[0])
        .should().onlyDependOnClassesThat(OUTSIDE_THE_VM.or(resideInAnyPackage(packages)))
        .because("what stands low must not know what is built on it");
  }

  @ArchTest static final ArchRule FAULTS = knowsOnly("fault");
  @ArchTest static final ArchRule VALUES = knowsOnly("value");
  @ArchTest static final ArchRule THE_HOST = knowsOnly("host");
  @ArchTest static final ArchRule WHAT_CAN_BE_SEEN_IS_DATA = knowsOnly("inspect");
  @ArchTest static final ArchRule STEPS_ARE_DATA = knowsOnly("step");
  @ArchTest static final ArchRule INSTRUCTIONS = knowsOnly("isa", "fault");
  @ArchTest static final ArchRule THE_TRACE = knowsOnly("trace", "fault", "value");
  @ArchTest static final ArchRule THE_HEAP_KNOWS_NO_CODE = knowsOnly("heap", "fault", "value");
  @ArchTest static final ArchRule FORMATS = knowsOnly("format", "fault", "value", "isa");
  @ArchTest static final ArchRule THE_ASSEMBLER = knowsOnly("asm", "fault", "value", "isa", "format");
  @ArchTest
  static final ArchRule MARSHALLING_KNOWS_NO_CODE = knowsOnly("marshal", "fault", "value", "heap", "format", "prim");

  @ArchTest static final ArchRule THE_SEAM_OF_PRIMITIVES = knowsOnly("prim", "fault", "value", "host", "heap");

  @ArchTest
  static final ArchRule PRIMITIVES_KNOW_NO_INTERPRETER =
      knowsOnly("prim.std", "fault", "value", "host", "heap", "format", "prim", "marshal");

  @ArchTest
  static final ArchRule THE_INTERPRETER_KNOWS_NO_POLICY_AND_NO_LOADER =
      knowsOnly("interp..", "fault", "value", "host", "isa", "heap", "prim");

  @ArchTest
  static final ArchRule POLICIES_KNOW_NO_LOADER =
      knowsOnly("policy", "fault", "value", "isa", "heap", "prim", "interp..");

  @ArchTest
  static final ArchRule THE_LOADER_KNOWS_NO_POLICY_BY_NAME =
      knowsOnly("link", "fault", "value", "isa", "heap", "format", "prim", "marshal", "interp..");

  @ArchTest
  static final ArchRule THE_RECORDER_KNOWS_NO_POLICY =
      knowsOnly("record", "fault", "value", "isa", "heap", "trace", "inspect", "step", "prim", "interp..", "link");

  @ArchTest
  static final ArchRule THE_MACHINE_KNOWS_NO_HARNESS = noClasses()
      .should().dependOnClassesThat().resideInAPackage("lethe.harness..")
      .because("an application embeds the machine alone");
}
