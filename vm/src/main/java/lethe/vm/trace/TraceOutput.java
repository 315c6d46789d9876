package lethe.vm.trace;

/** Writes a trace somewhere. Close it to see the last of it. */
public interface TraceOutput extends EventSink, AutoCloseable {
  @Override
  void close();
}
