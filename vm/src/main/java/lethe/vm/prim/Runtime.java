package lethe.vm.prim;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import lethe.vm.heap.Heap;
import lethe.vm.host.Host;

/**
 * What a primitive may ask of the machine that calls it. A primitive may keep raw words in locals, since allocation
 * never collects; across {@link #callback} and across a collection that it asks for itself, blocks may move.
 */
@SuppressWarnings("JavaLangClash") // java.lang.Runtime is used nowhere here, and no other word says it
public interface Runtime {
  Heap heap();

  Host host();

  /** Field of the globals block. */
  long global(int slot);

  /**
   * Calls an OCaml function from Java and returns its result; an OCaml exception passes through as {@link
   * OcamlException}. Words held by the caller are stale afterwards.
   */
  long callback(long closure, long... args);

  /** What is to run besides the program. */
  Pending pending();

  /** The program's signals: who sends it one calls {@link SignalTable#note}, then perhaps {@link Pending#run}. */
  SignalTable signals();

  StackSize stackSize();

  /** Keeps value as a root under a name (callback.c). */
  void registerNamed(String name, long value);

  /** The value registered under a name; 0, which is no value, if there is none. */
  long named(String name);

  /** Makes room for that many words on the stack, or throws Stack_overflow (stacks.c). */
  void ensureStack(int words);

  /**
   * What a family of primitives keeps in Java for this machine, e.g. its channels: made at the first call, never
   * shared between machines. It must hold no words: the collector does not look there.
   */
  <T> T state(Class<T> key, Supplier<T> make);

  /** Closures without what a policy adds to them. */
  ClosureForm closures();

  Backtraces backtraces();

  /** Linking and loading by the program itself. */
  ProgramLinker linker();

  /** Where the program stands, unit+offset, for messages. */
  String siteName();

  /** The exception to be thrown for a raise of exn. */
  default OcamlException raise(long exn) {
    return new OcamlException(exn);
  }

  /** The exception to be thrown for a raise of a predefined exception without argument. */
  default OcamlException raiseConstant(Predef p) {
    return raise(global(p.slot()));
  }

  /** The exception to be thrown for a raise of a predefined exception whose argument is a string (as UTF-8). */
  default OcamlException raiseWithString(Predef p, String message) {
    Heap heap = heap();
    long argument = heap.string(message.getBytes(StandardCharsets.UTF_8));
    long exn = heap.allocate(2, 0);
    heap.init(exn, 0, global(p.slot()));
    heap.init(exn, 1, argument);
    return raise(exn);
  }
}
