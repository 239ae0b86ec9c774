package dev.tollgate.it.benchmark.storm;

import dev.tollgate.it.benchmark.storm.server.Entry.FamilyLost;
import dev.tollgate.it.benchmark.storm.server.Entry.GuestToken;
import dev.tollgate.it.benchmark.storm.server.Entry.Outage;
import dev.tollgate.it.benchmark.storm.server.Entry.Rejection;
import dev.tollgate.it.benchmark.storm.server.Entry.Revocation;
import dev.tollgate.it.benchmark.storm.server.Entry.TokenCall;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** What a run tells. */
public record Figures(Run run) {

    private static final double MICROS_PER_SECOND = 1_000_000;

    /** How many calls began in the measured part. */
    public long calls() {
        return run.calls().size();
    }

    /** Calls that were answered well, per second. */
    double throughput() {
        return (calls() - failed()) / (run.scenario().length().toNanos() / 1e9);
    }

    /** How many of them have failed. */
    public long failed() {
        return count(Call::failed);
    }

    long waited() {
        return count(Call::waited);
    }

    private long count(Predicate<Call> what) {
        return run.calls().stream().filter(what).count();
    }

    /** The latency, in milliseconds, that {@code percent} of all calls do not exceed. */
    double latency(double percent) {
        return latency(percent, call -> true);
    }

    double latency(double percent, Predicate<Call> which) {
        return percentile(percent, run.calls().stream().filter(which).mapToLong(Call::micros));
    }

    /** The longest stay at the gate, in milliseconds. */
    double longestStay() {
        return percentile(100, run.calls().stream().mapToLong(Call::gateMicros));
    }

    private static double percentile(double percent, LongStream micros) {
        long[] sorted = micros.sorted().toArray();
        return sorted.length == 0
                ? 0
                : sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100) - 1)] / 1000.0;
    }

    List<TokenCall> tokenCalls() {
        return run.seen(TokenCall.class)
                .sorted(Comparator.comparingLong(TokenCall::begin))
                .toList();
    }

    /** How many token calls began while another one was under way. */
    long overlaps() {
        long until = Long.MIN_VALUE;
        long overlaps = 0;
        for (TokenCall call : tokenCalls()) {
            if (call.begin() < until) {
                overlaps++;
            }
            until = Math.max(until, call.at());
        }
        return overlaps;
    }

    /** The youngest token that a token call replaced: its age as a part of its life. */
    OptionalDouble youngestReplaced() {
        double life = run.scenario().server().life().toNanos() / 1000.0;
        return tokenCalls().stream()
                .filter(call -> call.isGood() && call.age() >= 0)
                .mapToDouble(call -> call.age() / life)
                .min();
    }

    long rejections() {
        return run.count(Rejection.class);
    }

    long revocations() {
        return run.count(Revocation.class);
    }

    /** The most and the fewest token calls that followed one revocation. */
    List<Long> tokenCallsPerRevocation() {
        return perRevocation(tokenCalls().stream().mapToLong(TokenCall::begin).toArray());
    }

    List<Long> rejectionsPerRevocation() {
        return perRevocation(
                run.seen(Rejection.class).mapToLong(Rejection::arrived).toArray());
    }

    private List<Long> perRevocation(long[] times) {
        List<Long> revocations =
                run.seen(Revocation.class).map(Revocation::at).sorted().toList();
        return revocations.stream()
                .map(from -> LongStream.of(times)
                        .filter(time ->
                                time >= from && revocations.stream().noneMatch(next -> next > from && time >= next))
                        .count())
                .toList();
    }

    /** How long after the first 401 of a revocation the last dead token arrived, in milliseconds. */
    double deadTokensFor() {
        return run.seen(Rejection.class)
                        .mapToLong(rejection -> rejection.arrived() - firstAnswered(rejection))
                        .filter(late -> late > 0)
                        .max()
                        .orElse(0)
                / 1000.0;
    }

    private long firstAnswered(Rejection like) {
        return run.seen(Rejection.class)
                .filter(rejection -> rejection.token() == like.token())
                .mapToLong(Rejection::at)
                .min()
                .orElseThrow();
    }

    long familiesLost() {
        return run.count(FamilyLost.class);
    }

    long guestTokens() {
        return run.count(GuestToken.class);
    }

    long tokenCallsInOutage() {
        return run.seen(Outage.class)
                .flatMap(outage -> tokenCalls().stream()
                        .filter(call -> call.begin() >= outage.from() && call.begin() <= outage.at()))
                .count();
    }

    /** How long after the outage the rate was half of what it was before, in milliseconds; infinite if never. */
    double recovery() {
        return run.seen(Outage.class).mapToDouble(this::recovery).max().orElse(0);
    }

    private double recovery(Outage outage) {
        long from = outage.from() - run.begin();
        long mended = outage.at() - run.begin();
        double rateBefore = count(call -> call.end() < from && !call.failed()) / (from / MICROS_PER_SECOND);
        long window = 250_000;
        for (long at = mended; at + window <= run.scenario().length().toNanos() / 1000; at += 10_000) {
            long begin = at;
            long good = count(call -> !call.failed() && call.end() >= begin && call.end() < begin + window);
            if (good / (window / MICROS_PER_SECOND) >= rateBefore / 2) {
                return (at - mended) / 1000.0;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Processor time per call, in microseconds. */
    double cpuPerCall() {
        return run.cost().cpuNanos() / 1000.0 / calls();
    }

    double bytesPerCall() {
        return (double) run.cost().bytes() / calls();
    }
}
