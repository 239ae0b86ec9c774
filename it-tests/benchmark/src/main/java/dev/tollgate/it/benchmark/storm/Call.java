package dev.tollgate.it.benchmark.storm;

/**
 * One call of a user.
 *
 * @param begin in microseconds since the measured part began
 * @param micros how long it took
 * @param gateMicros how long of it the filters that put tokens on kept it
 */
public record Call(long begin, long micros, long gateMicros, boolean guest, boolean failed, boolean waited) {

    long end() {
        return begin + micros;
    }
}
