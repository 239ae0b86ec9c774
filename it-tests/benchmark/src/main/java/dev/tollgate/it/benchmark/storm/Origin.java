package dev.tollgate.it.benchmark.storm;

/**
 * Where figures come from.
 *
 * @param prefix what the names of the files that are written begin with
 * @param command what has written them
 */
public record Origin(String prefix, String command) {

    static final Origin STORMS = new Origin("", "mvn -q -Pstorms -pl it-tests/benchmark -am verify");
}
