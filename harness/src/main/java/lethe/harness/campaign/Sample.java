package lethe.harness.campaign;

import java.util.EnumMap;
import java.util.Map;
import lethe.vm.Vm;

/** All gauges after so many cycles. */
record Sample(int cycle, Map<Gauge, Long> readings) {
  static Sample of(int cycle, Vm vm) {
    Map<Gauge, Long> readings = new EnumMap<>(Gauge.class);
    for (Gauge gauge : Gauge.values()) {
      readings.put(gauge, gauge.read(vm));
    }
    return new Sample(cycle, readings);
  }

  long of(Gauge gauge) {
    return readings.get(gauge);
  }
}
