package dev.tollgate.it.benchmark.storm;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The calls of one user, in arrays, since keeping them must not cost what is to be measured. For one thread at a time. */
final class CallLog {

    private static final int FAILED = 1;
    private static final int WAITED = 2;

    private final boolean guest;
    private long[] begins = new long[4096];
    private int[] micros = new int[4096];
    private int[] gateMicros = new int[4096];
    private byte[] marks = new byte[4096];
    private int size;

    CallLog(boolean guest) {
        this.guest = guest;
    }

    /** @param begin and {@code end} by the monotonic clock */
    void add(long begin, long end, long gateNanos, boolean failed, boolean waited) {
        if (size == begins.length) {
            grow();
        }
        begins[size] = begin;
        micros[size] = (int) ((end - begin) / 1000);
        gateMicros[size] = (int) (gateNanos / 1000);
        marks[size] = (byte) ((failed ? FAILED : 0) | (waited ? WAITED : 0));
        size++;
    }

    private void grow() {
        int more = size * 2;
        begins = Arrays.copyOf(begins, more);
        micros = Arrays.copyOf(micros, more);
        gateMicros = Arrays.copyOf(gateMicros, more);
        marks = Arrays.copyOf(marks, more);
    }

    /** @param origin when the measured part began, by the monotonic clock */
    Stream<Call> calls(long origin) {
        return IntStream.range(0, size)
                .mapToObj(i -> new Call(
                        Math.floorDiv(begins[i] - origin, 1000L),
                        micros[i],
                        gateMicros[i],
                        guest,
                        (marks[i] & FAILED) != 0,
                        (marks[i] & WAITED) != 0));
    }
}
