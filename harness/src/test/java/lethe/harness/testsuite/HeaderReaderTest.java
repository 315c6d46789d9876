package lethe.harness.testsuite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lethe.vm.fault.InputError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderReaderTest {
  private static Optional<Header> read(String source) {
    return HeaderReader.read("t.ml", source);
  }

  @Test
  void aProgramMayHaveNoHeaderOrAnEmptyOne() {
    assertEquals(Optional.empty(), read("let x = 1 (* TEST *)"));
    assertEquals(Optional.empty(), read("(* TESTING *)"));
    assertEquals(Optional.of(new Header(List.of(), List.of())), read("(* TEST *)\nlet x = 1"));
  }

  @Test
  void settingsComeBeforeStepsAndBehindEach() {
    Header header = read("""
        (* TEST
          (* a comment, it's "not closed *)
          include unix
          flags = "-w -a"
          modules += "a.ml \\
             b.ml"
          unset x
          set y="\\"1\\""
          * hasunix with testing, str
          ** bytecode
          exit_status = "2"
          ** native
          * toplevel
        *) code""").orElseThrow();
    assertEquals(
        List.of(
            new Setting.Include("unix"), new Setting.Assign("flags", "-w -a"), new Setting.Append("modules", "a.ml b.ml"),
            new Setting.Unset("x"), new Setting.Assign("y", "\"1\"")),
        header.settings());
    assertEquals(
        List.of(
            new Step("hasunix", List.of(new Setting.Include("testing"), new Setting.Include("str")), List.of(
                new Step("bytecode", List.of(new Setting.Assign("exit_status", "2")), List.of()),
                new Step("native", List.of(), List.of()))),
            new Step("toplevel", List.of(), List.of())),
        header.steps());
  }

  @Test
  void aHeaderMayStandBelow() {
    assertEquals(
        List.of(new Setting.Assign("flags", "-g")),
        read("(* TEST_BELOW *)\nlet x = 1\n(* TEST\n flags = \"-g\" *)").orElseThrow().settings());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      (* TEST flags              | *) after the test header
      (* TEST flags *)           | = or += after flags
      (* TEST flags = x *)       | a string in quotes
      (* TEST * *)               | the name of a step
      (* TEST ** bytecode *)     | a step with one star or one more than the step above it
      (* TEST flags = "a" ; *)   | a word of a test header
      """)
  void whatIsNoHeaderIsToldInOneMessage(String source, String expected) {
    InputError error = assertThrows(InputError.class, () -> read(source));
    assertEquals("t.ml", error.where());
    assertEquals(expected, error.expected());
  }

  @Test
  void variablesReferToOthersAndStepsBesideSeeNothing() throws LeftOut {
    Variables variables = new Variables(Map.of("dir", "/d", "self", "${self}"));
    Variables changed = variables.with(List.of(
        new Setting.Assign("program", "${dir}/a 'b c' ${none}"), new Setting.Append("dir", "e")));
    assertEquals(List.of("/d", "e/a", "b c"), changed.words("program"));
    assertEquals("", variables.get("program"));
    assertEquals("${self}", variables.get("self"));
    assertThrows(LeftOut.class, () -> variables.with(List.of(new Setting.Include("systhreads"))));
  }
}
