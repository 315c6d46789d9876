/**
 * The trace: what a run did, one event a line of JSON, format version 1, described in {@code vm/TRACE.md}. One table,
 * {@link lethe.vm.trace.EventKind}, is the format; {@link lethe.vm.trace.TraceWriter}, {@link
 * lethe.vm.trace.TraceReader} and the document follow it. The machine hands each {@link lethe.vm.trace.Event} to an
 * {@link lethe.vm.trace.EventSink}; {@link lethe.vm.trace.Names} spells values and places. Knows no heap, no code and
 * no policy: an event holds text and numbers only.
 */
package lethe.vm.trace;
