package lethe.vm.prim.std;

import lethe.vm.fault.Fault;

/** The instructions of compiled regular expressions, by their numbers in the library str (str.ml). */
enum RegexpOpcode {
  CHAR,
  /** A character after it has been replaced by the one that stands for it, as when case is ignored. */
  CHARNORM,
  STRING,
  STRINGNORM,
  CHARSET,
  BOL,
  EOL,
  WORDBOUNDARY,
  BEGGROUP,
  ENDGROUP,
  REFGROUP,
  ACCEPT,
  SIMPLEOPT,
  SIMPLESTAR,
  SIMPLEPLUS,
  GOTO,
  PUSHBACK,
  SETMARK,
  CHECKPROGRESS;

  private static final RegexpOpcode[] OPCODES = values();

  static RegexpOpcode of(int number) {
    if (number >= OPCODES.length) {
      throw new Fault(Fault.Kind.ILLEGAL_INSTRUCTION, "", "regular expression with opcode " + number);
    }
    return OPCODES[number];
  }
}
