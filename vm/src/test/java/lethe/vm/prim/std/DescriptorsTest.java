package lethe.vm.prim.std;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import lethe.vm.host.HostError;
import lethe.vm.host.HostFile;
import org.junit.jupiter.api.Test;

class DescriptorsTest {
  private final List<String> closed = new ArrayList<>();

  private HostFile file(String name) {
    return new HostFile() {
      @Override
      public void close() {
        closed.add(name);
      }
    };
  }

  @Test
  void whatAProgramLeftOpenIsClosedWithTheMachineAndTheHostsStreamsAreNot() throws HostError {
    Descriptors descriptors = new Descriptors();
    for (String name : List.of("input", "output", "error", "left", "shared", "closed")) {
      descriptors.add(file(name));
    }
    descriptors.replace(3, descriptors.file(4));
    descriptors.close(5);
    assertEquals(List.of("left", "closed"), closed);
    descriptors.close();
    assertEquals(List.of("left", "closed", "shared"), closed);
    assertThrows(HostError.class, () -> descriptors.file(4));
  }
}
