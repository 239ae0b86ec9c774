package dev.tollgate.source;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** Finds secrets in a text, however they are encoded, in a time that grows with the text and not with text times secret. */
final class SecretFinder {

    private static final String INSTEAD = "(secret)";

    private final List<String> secrets;
    private final List<Needle> plain;
    private final List<Needle> base64;

    SecretFinder(Collection<String> secrets) {
        this.secrets =
                secrets.stream().filter(secret -> !secret.isBlank()).distinct().toList();
        this.plain = this.secrets.stream().map(Needle::new).toList();
        this.base64 =
                this.secrets.stream().flatMap(Base64Traces::of).map(Needle::new).toList();
    }

    boolean isIn(String text) {
        return !places(text).isEmpty();
    }

    /** {@code text} without them. */
    String wipe(String text) {
        BitSet hidden = places(text);
        StringBuilder left = new StringBuilder();
        int done = 0;
        for (int from = hidden.nextSetBit(0); from >= 0; from = hidden.nextSetBit(done)) {
            left.append(text, done, from).append(INSTEAD);
            done = hidden.nextClearBit(from);
        }
        return left.append(text, done, text.length()).toString();
    }

    private BitSet places(String text) {
        BitSet places = new BitSet();
        if (!secrets.isEmpty()) {
            Reading.allOf(text).forEach(reading -> mark(reading, places));
        }
        return places;
    }

    private void mark(Reading reading, BitSet places) {
        String read = reading.text();
        base64.forEach(needle -> needle.in(read, reading.folds(), (from, to) -> {
            if (!reading.isMarked(from, places)) { // or each trace in a long run would look at all of it
                reading.mark(Base64Traces.start(read, from), Base64Traces.end(read, to), places);
            }
        }));
        plain.forEach(needle -> needle.in(read, reading.folds(), (from, to) -> reading.mark(from, to, places)));
    }
}
