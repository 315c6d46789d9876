package lethe.vm.trace;

import static lethe.vm.trace.Field.oneOf;
import static lethe.vm.trace.Field.optional;
import static lethe.vm.trace.Field.required;
import static lethe.vm.trace.FieldType.NUMBER;
import static lethe.vm.trace.FieldType.SITE;
import static lethe.vm.trace.FieldType.TEXT;
import static lethe.vm.trace.FieldType.TEXTS;
import static lethe.vm.trace.FieldType.UNIT;
import static lethe.vm.trace.FieldType.VALUE;
import static lethe.vm.trace.FieldType.VALUES;
import static lethe.vm.trace.Level.CALLS;
import static lethe.vm.trace.Level.EFFECTS;
import static lethe.vm.trace.Level.STEPS;

import java.util.List;

/** The trace format, version 1: every event with its fields in the order they are written. */
public enum EventKind {
  LETHE("lethe", EFFECTS, "The first line, and only there.",
      required("lethe", NUMBER, "format version, 1"),
      required("case", TEXT, "id of the case, `load/first`"),
      required("policy", TEXT, "id of the policy, `stub`"),
      oneOf("level", "effects calls steps", "level of the trace"),
      required("shows", TEXT, "what the case proves, one sentence")),

  LOAD("load", EFFECTS, "Section: a unit's code has been placed; `link` and `rewrite` follow, then `run`.",
      required("load", UNIT, "the new instance"),
      required("ints", NUMBER, "length of its code in ints of four bytes"),
      required("literals", NUMBER, "structured constants, one slot each"),
      required("globals", NUMBER, "globals that it defines, one slot each")),
  LINK("link", EFFECTS, "An operand got its number.",
      required("link", SITE, "the operand's place"),
      required("to", TEXT, "`primitive caml_x`, `global Plugin`, `literal 1`")),
  REWRITE("rewrite", EFFECTS, "The policy replaced an opcode while loading.",
      required("rewrite", SITE, "the instruction"),
      required("from", TEXT, "opcode as compiled"),
      required("to", TEXT, "opcode as it will run")),
  RUN("run", EFFECTS, "The initialiser of a unit starts.", required("run", UNIT, "the instance")),
  READY("ready", EFFECTS, "The initialiser returned.", required("ready", UNIT, "the instance")),
  UNLOAD("unload", EFFECTS, "The program asks that an instance be freed.", required("unload", UNIT, "the instance")),

  PRIM("prim", EFFECTS, "A primitive is called.",
      required("prim", TEXT, "its name in C"),
      required("args", VALUES, "its arguments, first first")),
  DONE("done", EFFECTS, "It returned; left out when the result is unit, which is the integer 0, or an exception.",
      required("done", TEXT, "the primitive"),
      required("result", VALUE, "what it returned")),
  ALLOC("alloc", EFFECTS, "A block is born.",
      required("alloc", VALUE, "its name"),
      required("size", NUMBER, "words without the header")),
  SET("set", EFFECTS, "A field of a block, or a global, is overwritten.",
      required("set", TEXT, "block's name, dot, field's number from 0: `blk@main+3.1.0`; or `global Plugin`, of a private unit `global of plugin`"),
      required("value", VALUE, "what stands there now"),
      oneOf("barrier", "none remember already",
          "the write barrier: nothing to do, newly in the remembered set, there before")),
  OUT("out", EFFECTS, "The program wrote a line.", required("out", TEXT, "the line without its end")),

  GC("gc", EFFECTS, "Section: a collection starts; `keep`, `free` follow, `swept` ends it.",
      oneOf("gc", "minor full", "what is collected"),
      required("cause", TEXT, "`program`, `schedule`, `minor full`, `pacing`, `host`, `closing`")),
  KEEP("keep", EFFECTS, "A loaded instance stays, and the reason.",
      required("keep", UNIT, "the instance"),
      required("path", TEXTS, "from a root to the handle: the root (`cell 0`, `stack 3` counted from the bottom, `env`, `named f`, `handler of signal 10`, `finaliser`, `due finaliser`, `policy keep`), then each block left, with the field: `clo@plugin+14.2.3`")),
  FREE("free", EFFECTS, "The code of an instance is gone, with all it owned.",
      required("free", UNIT, "the instance"),
      required("why", TEXT, "what made it dead: `unreachable`, `asked`, `no function`"),
      required("ints", NUMBER, "length of its code in ints of four bytes"),
      required("slots", NUMBER, "slots of globals and literals given back")),
  FINAL("final", EFFECTS, "A finaliser is about to run, at a poll after the collection that found its value dead.",
      required("final", UNIT, "the instance whose function it is"),
      optional("value", VALUE, "the value that dies; absent for Gc.finalise_last, which runs after its value is gone")),
  SWEPT("swept", EFFECTS, "End of the section `gc`.",
      oneOf("swept", "minor full", "what was collected"),
      required("promoted", NUMBER, "words moved out of the minor heap by this collection"),
      required("freed", NUMBER, "words of the heap given back by this collection")),

  CALL("call", CALLS, "A function of the program is entered.",
      required("call", SITE, "its first instruction"),
      optional("from", SITE, "the calling instruction; absent for a call from outside the bytecode"),
      required("args", NUMBER, "arguments passed"),
      required("depth", NUMBER, "stack in words, at the first instruction of the callee")),
  RETURN("return", CALLS, "A function returned.",
      required("return", SITE, "where execution goes on"),
      required("value", VALUE, "the result"),
      required("depth", NUMBER, "stack in words after it")),
  RAISE("raise", EFFECTS, "An exception is raised.",
      required("raise", SITE, "the raising instruction"),
      optional("to", SITE, "the handler; absent when no bytecode catches it"),
      required("value", VALUE, "the exception"),
      required("depth", NUMBER, "stack in words where it is raised")),

  STEP("step", STEPS, "An instruction is about to be executed; the state before it.",
      required("step", SITE, "the instruction"),
      required("op", TEXT, "decoded, `CLOSURE 0 8`"),
      required("accu", VALUE, "the accumulator"),
      required("depth", NUMBER, "stack in words")),

  FAULT("fault", EFFECTS, "Bytecode or machine went wrong; the run ends.",
      required("fault", TEXT, "kind, `freed code`"),
      required("at", TEXT, "the instruction, or the unit the fault is about"),
      required("detail", TEXT, "one line")),
  END("end", EFFECTS, "The last line, and only there; the only totals of a trace.",
      required("end", TEXT, "`result 42`, `raised Not_found`, `fault freed code plugin`"),
      required("steps", NUMBER, "instructions begun; one that faults counts"),
      required("allocs", NUMBER, "blocks born"),
      required("words", NUMBER, "words allocated, with headers: these blocks, literals and handles"),
      required("minor", NUMBER, "minor collections; each full one starts with one"),
      required("full", NUMBER, "full collections, the closing one too"),
      required("depth", NUMBER, "deepest stack in words, at the start of an instruction"));

  /** Version of the format, the subject of the first line. */
  public static final long VERSION = 1;

  private final String wireName;
  private final Level level;
  private final String meaning;
  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Field> fields;

  EventKind(String wireName, Level level, String meaning, Field... fields) {
    this.wireName = wireName;
    this.level = level;
    this.meaning = meaning;
    this.fields = List.of(fields);
  }

  /** First key of the line. */
  public String wireName() {
    return wireName;
  }

  /** The lowest level of a trace that holds it. */
  public Level level() {
    return level;
  }

  public String meaning() {
    return meaning;
  }

  /** In the order they are written; the first is the subject and has the event's name. */
  public List<Field> fields() {
    return fields;
  }

  /** Position of a field, or -1. */
  public int indexOf(String field) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(field)) {
        return i;
      }
    }
    return -1;
  }

  /** The kind of that name, or null. */
  static EventKind named(String wireName) {
    for (EventKind kind : values()) {
      if (kind.wireName.equals(wireName)) {
        return kind;
      }
    }
    return null;
  }
}
