/**
 * From a running machine to a trace: {@link lethe.vm.record.Recorder} hears what machine, heap, code table and loader do, and
 * gives {@linkplain lethe.vm.trace events} names that survive a change. Changes nothing.
 */
package lethe.vm.record;
