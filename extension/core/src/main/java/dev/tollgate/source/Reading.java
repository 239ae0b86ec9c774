package dev.tollgate.source;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A text as a decoder reads it, in which each character knows where it stands in the text as it was written. */
final class Reading {

    private static final int DEPTH = 3;

    private final StringBuilder read;
    private final int[] starts;
    private final int[] ends;
    private final boolean folds;

    private Reading(int most, boolean folds) {
        this.read = new StringBuilder(most);
        this.starts = new int[most];
        this.ends = new int[most];
        this.folds = folds;
    }

    /** As it is, and without escapes of JSON and percent-encoding, one in the other in any order. */
    static List<Reading> allOf(String text) {
        List<Reading> all = new ArrayList<>();
        asItIs(text).addTo(all, DEPTH);
        return all;
    }

    private void addTo(List<Reading> all, int depth) {
        all.add(this);
        for (Decoder decoder : Decoder.values()) {
            if (depth > 0 && decoder.changes(read, folds)) {
                decoder.decode(this).addTo(all, depth - 1);
            }
        }
    }

    private static Reading asItIs(String text) {
        Reading reading = new Reading(text.length(), false);
        for (int i = 0; i < text.length(); i++) {
            reading.append(text.charAt(i), i, i + 1);
        }
        return reading;
    }

    /** An empty one, for what a decoder makes of this. */
    Reading next(boolean foldsToo) {
        return new Reading(read.length(), folds || foldsToo);
    }

    /** Adds {@code decoded}, which stands from {@code from} to {@code to} in {@code source}. */
    void add(int decoded, Reading source, int from, int to) {
        for (char part : Character.toChars(decoded)) {
            append(folds && part == '+' ? ' ' : part, source.starts[from], source.ends[to - 1]);
        }
    }

    private void append(char part, int start, int end) {
        starts[read.length()] = start;
        ends[read.length()] = end;
        read.append(part);
    }

    String text() {
        return read.toString();
    }

    /** Whether a + is read as a blank. */
    boolean folds() {
        return folds;
    }

    static String fold(String text) {
        return text.replace('+', ' ');
    }

    boolean isMarked(int at, BitSet places) {
        return places.get(starts[at]);
    }

    /** Marks where the characters from {@code from} to {@code to} stand as they were written. */
    void mark(int from, int to, BitSet places) {
        places.set(starts[from], ends[to - 1]);
    }
}
