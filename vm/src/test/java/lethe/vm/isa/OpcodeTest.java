package lethe.vm.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpcodeTest {
  @Test
  void hasOcamlsNumbers() {
    assertEquals(149, Opcode.values().length);
    assertEquals(42, Opcode.GRAB.number());
    assertEquals(98, Opcode.C_CALLN.number());
    assertEquals(143, Opcode.STOP.number());
    assertEquals(148, Opcode.GETSTRINGCHAR.number());
    assertSame(Opcode.STOP, Opcode.of(143));
    assertNull(Opcode.of(149));
    assertNull(Opcode.of(-1));
  }

  @Test
  void eightyAreBaseForms() {
    long base = List.of(Opcode.values()).stream().filter(Opcode::isBase).count();
    assertEquals(80, base);
  }

  @Test
  void aSpecialisationHasTheOperandsOfItsGeneralFormLessTheFixedOnes() {
    for (Opcode opcode : Opcode.values()) {
      Opcode general = opcode.generalForm();
      List<Operand> all = new ArrayList<>(general.operands().subList(0, opcode.fixedOperands().size()));
      all.addAll(opcode.operands());
      assertEquals(general.operands(), all, opcode.name());
      assertEquals(opcode.family(), general.family(), opcode.name());
    }
  }

  @Test
  void formsFollowOneAnother() {
    assertSame(Opcode.PUSHACC, Opcode.PUSHACC3.generalForm());
    assertEquals(List.of(3), Opcode.PUSHACC3.fixedOperands());
    assertSame(Opcode.ACC, Opcode.PUSHACC3.baseForm());
    assertEquals(List.of(-3), Opcode.OFFSETCLOSUREM3.fixedOperands());
    assertSame(Opcode.CONSTINT, Opcode.PUSHCONST2.baseForm());
  }
}
