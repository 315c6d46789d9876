package lethe.harness.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import lethe.harness.change.Danger;
import lethe.vm.fault.InputError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ledger's format, as {@code golden/README.md} has it. */
class LedgerTest {
  private static final String HEAD = "{\"ledger\":1,\"case\":\"load/first\"}";
  private static final Ledger.Entry ENTRY =
      new Ledger.Entry("stub.approved.jsonl", Danger.KEPT_LONGER, "plugin \"freed\" one GC later", "it is <right>", "ab");

  @Test
  void whatIsWrittenIsReadBack() {
    Ledger ledger = new Ledger("load/first", List.of()).with(ENTRY).with(
        new Ledger.Entry("stub.approved.jsonl", Danger.COST, "more words", "", "cd"));
    List<String> lines = ledger.text().lines().toList();
    assertEquals(HEAD, lines.get(0));
    assertEquals("{\"file\":\"stub.approved.jsonl\",\"class\":\"kept longer\",\"change\":\"plugin \\\"freed\\\" one GC later\","
        + "\"reason\":\"it is <right>\",\"sha256\":\"ab\"}", lines.get(1));
    assertEquals(ledger, Ledger.parse("l", "load/first", lines));
    assertEquals(Optional.of("cd"), ledger.last("stub.approved.jsonl").map(Ledger.Entry::sha256));
    assertEquals(Optional.empty(), ledger.last("handle.approved.jsonl"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "nonsense | an entry, one JSON object",
    "[1] | an entry, one JSON object",
    "{\"file\":\"a\"} | file, class, change, reason and sha256",
    "{\"file\":\"a\",\"class\":\"bad\",\"change\":\"\",\"reason\":\"\",\"sha256\":\"\"} | a class of changes, found bad",
    "{\"file\":\"a\",\"class\":{},\"change\":\"\",\"reason\":\"\",\"sha256\":\"\"} | a text for class"
  })
  void aWrongLineIsNamed(String line, String message) {
    InputError error = assertThrows(InputError.class, () -> Ledger.parse("l", "load/first", List.of(HEAD, ENTRY.line(), line)));
    assertTrue(error.getMessage().startsWith("l:3: ") && error.getMessage().contains(message), error.getMessage());
  }

  @Test
  void theFirstLineNamesVersionAndCase() {
    InputError error = assertThrows(InputError.class, () -> Ledger.parse("l", "load/other", List.of(HEAD)));
    assertEquals("l:1: expected {\"ledger\":1,\"case\":\"load/other\"}, found " + HEAD, error.getMessage());
    assertTrue(assertThrows(InputError.class, () -> Ledger.parse("l", "a/b", List.of())).getMessage().contains("an empty file"));
  }

  @Test
  void digestsAreThoseOfSha256sum() {
    assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Ledger.sha256(""));
  }
}
