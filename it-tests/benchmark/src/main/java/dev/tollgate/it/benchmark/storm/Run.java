package dev.tollgate.it.benchmark.storm;

import dev.tollgate.it.benchmark.storm.client.Variant;
import dev.tollgate.it.benchmark.storm.server.Entry;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One storm that one variant has been through.
 *
 * @param calls those that began in the measured part
 * @param journal what the server saw from then on
 * @param begin when the measured part began, by the time that client and server share
 * @param failures why calls have failed
 */
public record Run(
        Scenario scenario,
        Variant variant,
        List<Call> calls,
        List<Entry> journal,
        long begin,
        Cost cost,
        Map<String, Integer> failures) {

    <T extends Entry> Stream<T> seen(Class<T> kind) {
        return journal.stream().filter(kind::isInstance).map(kind::cast);
    }

    <T extends Entry> long count(Class<T> kind) {
        return seen(kind).count();
    }
}
