package lethe.harness.cli;

import lethe.harness.reference.StockOCaml;
import lethe.harness.reference.StockSubject;
import lethe.harness.subject.Subject;
import lethe.vm.fault.InputError;
import picocli.CommandLine.Option;

/** The option that puts stock OCaml in the place of the machine under test. */
final class RuntimeChoice {
  @Option(
      names = "--on",
      paramLabel = "RUNTIME",
      description = "Cases on stock OCaml: ocamlrun or ocamlrund. It keeps all code, and tells result and output.")
  private String name;

  boolean isNamed() {
    return name != null;
  }

  String name() {
    return name;
  }

  /** The runtime that is named, as a VM under test. */
  Subject subject() {
    StockOCaml ocaml = StockOCaml.find().orElseThrow(
        () -> new InputError("--on", "OCaml 4.13.1 on the PATH (apt-get install ocaml)", "none"));
    return new StockSubject(ocaml.with(name));
  }
}
