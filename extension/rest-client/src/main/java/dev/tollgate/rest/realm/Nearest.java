package dev.tollgate.rest.realm;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** What somebody may have meant. */
final class Nearest {

    private static final int MOST_SLIPS = 3;
    private static final int LETTERS_PER_SLIP = 4;

    private Nearest() {}

    /** Names the nearest of {@code known}, for the end of a message. */
    static String to(String written, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(
                        candidate -> distance(written.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT))))
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("");
    }

    /** The same only of one that is so near that it may be meant: a far one would mislead. */
    static String ifNear(String written, Collection<String> known) {
        int slips = Math.max(1, Math.min(MOST_SLIPS, written.length() / LETTERS_PER_SLIP));
        return to(
                written,
                known.stream()
                        .filter(candidate ->
                                distance(written.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT)) <= slips)
                        .toList());
    }

    /**
     * Whether {@code written} is another name, but so like {@code known} that it may be meant: one slip apart. Names that
     * differ in a number are meant to differ.
     */
    static boolean isAlmost(String written, String known) {
        int length = Math.min(written.length(), known.length());
        int distance = distance(written.toLowerCase(Locale.ROOT), known.toLowerCase(Locale.ROOT));
        return !written.equals(known)
                && distance < length
                && distance <= 1
                && !withoutDigits(written).equals(withoutDigits(known));
    }

    private static String withoutDigits(String name) {
        return name.replaceAll("[0-9]+", "");
    }

    /** Levenshtein's, where two neighbours that have changed places count as one slip (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : least(steps, a, b, i, j);
            }
        }
        return steps[a.length()][b.length()];
    }

    private static int least(int[][] steps, String a, String b, int i, int j) {
        char last = a.charAt(i - 1);
        int replaced = steps[i - 1][j - 1] + (last == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && last == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
    }
}
