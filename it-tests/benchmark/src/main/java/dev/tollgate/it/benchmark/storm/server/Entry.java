package dev.tollgate.it.benchmark.storm.server;

import java.util.Arrays;

/** Something that the server has seen. Times are those of {@link Micros}. */
public sealed interface Entry {

    /** When it was over. */
    long at();

    /**
     * A request for tokens.
     *
     * @param begin when it arrived
     * @param status what it was answered with
     * @param age how old the access token was that it replaces, when the request arrived; -1 if it replaced none
     */
    record TokenCall(long begin, long at, long status, long age) implements Entry {

        /** Whether it brought tokens. */
        public boolean isGood() {
            return status == 200;
        }
    }

    /**
     * A 401.
     *
     * @param arrived when the request came
     * @param token the number of the token that it carried
     */
    record Rejection(long arrived, long at, long token) implements Entry {}

    /** The end of all access tokens issued before. */
    record Revocation(long at) implements Entry {}

    /** A family of tokens died, because a refresh token was used twice. */
    record FamilyLost(long at) implements Entry {}

    /** A token was sent where guests go. */
    record GuestToken(long at) implements Entry {}

    /** The token endpoint was out of order. */
    record Outage(long from, long at) implements Entry {}

    /** As text, for {@link #of}. */
    default String words() {
        String values = toString().replaceAll("[^\\d,-]", "").replace(',', ' ');
        return getClass().getSimpleName() + " " + values;
    }

    /** What {@code words} say. */
    static Entry of(String words) {
        String[] parts = words.split(" ");
        long[] values = Arrays.stream(parts).skip(1).mapToLong(Long::parseLong).toArray();
        return switch (parts[0]) {
            case "TokenCall" -> new TokenCall(values[0], values[1], values[2], values[3]);
            case "Rejection" -> new Rejection(values[0], values[1], values[2]);
            case "Revocation" -> new Revocation(values[0]);
            case "FamilyLost" -> new FamilyLost(values[0]);
            case "GuestToken" -> new GuestToken(values[0]);
            case "Outage" -> new Outage(values[0], values[1]);
            default -> throw new IllegalArgumentException(words);
        };
    }
}
