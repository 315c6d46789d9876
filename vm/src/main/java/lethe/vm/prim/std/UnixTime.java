package lethe.vm.prim.std;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import lethe.vm.heap.Heap;
import lethe.vm.host.Errno;
import lethe.vm.host.HostError;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/** The clock and the calendar, of the unix library (otherlibs/unix: time.c, gettimeofday.c, gmtime.c, times.c, sleep.c). */
final class UnixTime {
  private static final int FIRST_YEAR = 1900;
  private static final int SUNDAY = 7;

  private UnixTime() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("unix_time", (rt, unit) -> Boxed.ofDouble(rt.heap(), Math.floor(rt.host().wallSeconds()))),
        Primitive.of("unix_gettimeofday", (rt, unit) -> Boxed.ofDouble(rt.heap(), rt.host().wallSeconds())),
        Primitive.of("unix_gmtime", (rt, seconds) -> broken(rt, "gmtime", seconds, ZoneOffset.UTC)),
        Primitive.of("unix_localtime", (rt, seconds) -> broken(rt, "localtime", seconds, rt.host().zone())),
        Primitive.of("unix_mktime", UnixTime::seconds),
        Primitive.of("unix_times", UnixTime::times),
        Primitive.of("unix_sleep", (rt, seconds) -> {
          rt.host().sleep(Boxed.doubleOf(rt.heap(), seconds));
          return Value.UNIT;
        }));
  }

  private static long broken(Runtime rt, String function, long seconds, ZoneId zone) {
    double since = Boxed.doubleOf(rt.heap(), seconds);
    ZonedDateTime time = UnixError.guard(rt, function, "", () -> {
      try {
        return Instant.ofEpochSecond((long) since).atZone(zone);
      } catch (DateTimeException e) {
        throw new HostError(Errno.EINVAL);
      }
    });
    return record(rt.heap(), time);
  }

  /** The record Unix.tm. */
  private static long record(Heap heap, ZonedDateTime t) {
    boolean summer = t.getZone().getRules().isDaylightSavings(t.toInstant());
    return Boxed.tuple(
        heap, Value.ofLong(t.getSecond()), Value.ofLong(t.getMinute()), Value.ofLong(t.getHour()),
        Value.ofLong(t.getDayOfMonth()), Value.ofLong(t.getMonthValue() - 1), Value.ofLong(t.getYear() - FIRST_YEAR),
        Value.ofLong(t.getDayOfWeek().getValue() % SUNDAY), Value.ofLong(t.getDayOfYear() - 1),
        Value.ofBoolean(summer));
  }

  /** Fields beyond their range are carried over; the pair of seconds since 1970 and the record put right. */
  private static long seconds(Runtime rt, long tm) {
    Heap heap = rt.heap();
    int[] f = new int[6];
    for (int i = 0; i < f.length; i++) {
      f[i] = Value.intOf(heap.field(tm, i));
    }
    ZonedDateTime time = UnixError.guard(rt, "mktime", "", () -> {
      try {
        return LocalDateTime.of(FIRST_YEAR, 1, 1, 0, 0).plusYears(f[5]).plusMonths(f[4]).plusDays(f[3] - 1L)
            .plusHours(f[2]).plusMinutes(f[1]).plusSeconds(f[0]).atZone(rt.host().zone());
      } catch (DateTimeException e) {
        throw new HostError(Errno.ERANGE);
      }
    });
    return Boxed.tuple(heap, Boxed.ofDouble(heap, (double) time.toEpochSecond()), record(heap, time));
  }

  /** The record Unix.process_times, flat: the host tells one sum, which stands as the program's own; children are not known. */
  private static long times(Runtime rt, long unit) {
    Heap heap = rt.heap();
    long block = heap.allocate(4, Tag.DOUBLE_ARRAY);
    heap.setWordAt(block, 0, Double.doubleToRawLongBits(rt.host().processorSeconds()));
    for (int i = 1; i < 4; i++) {
      heap.setWordAt(block, i, 0);
    }
    return block;
  }
}
