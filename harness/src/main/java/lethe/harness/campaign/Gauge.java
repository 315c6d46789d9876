package lethe.harness.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToLongFunction;
import lethe.vm.Vm;

/** What is watched over a life, and how much of a difference between two samples is noise. */
enum Gauge {
  LIVE_WORDS("live words", 0, Vm::liveWords),
  HEAP_WORDS("heap words", 0, vm -> vm.bookkeeping().heapWords()),
  CODE_BLOCKS("blocks", 0, Vm::codeBlocks),
  CODE_SLOTS("code slots", 0, vm -> vm.bookkeeping().codeSlots()),
  GLOBALS("globals", 0, Vm::globalSlots),
  GLOBAL_SLOTS("global slots", 0, vm -> vm.bookkeeping().globalSlots()),
  NAMES("names", 0, vm -> vm.bookkeeping().names()),
  /** They are forgotten in bulk. */
  SITES("sites", 1 << 11, vm -> vm.bookkeeping().sites()),
  VALUES("open values", 0, Vm::openValues),
  /** What the JVM's collector leaves; classes and caches of its own come and go. */
  JVM_BYTES("JVM bytes", 1 << 19, vm -> usedBytes()),
  /** The process, where the system tells: the JVM takes and keeps memory as it likes. */
  RESIDENT_BYTES("resident", 1 << 26, vm -> residentBytes());

  /** Three collections of HotSpot's serial collector may leave garbage where it lies; the fourth compacts. */
  private static final int COLLECTIONS = 4;

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";

  private final String title;
  private final long noise;

  @SuppressWarnings("ImmutableEnumChecker") // a function that holds nothing
  private final ToLongFunction<Vm> reading;

  Gauge(String title, long noise, ToLongFunction<Vm> reading) {
    this.title = title;
    this.noise = noise;
    this.reading = reading;
  }

  String title() {
    return title;
  }

  /** By how much it may seem to grow over all samples; 0 for what is exact. */
  long noise() {
    return noise;
  }

  long read(Vm vm) {
    return reading.applyAsLong(vm);
  }

  private static long usedBytes() {
    Runtime jvm = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      least = Math.min(least, jvm.totalMemory() - jvm.freeMemory());
    }
    return least;
  }

  /** 0 where the system has no such file. */
  private static long residentBytes() {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    try {
      return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith(RESIDENT))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10).findFirst().orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
