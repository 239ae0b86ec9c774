package dev.tollgate.rest.realm;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** What somebody may have meant. */
final class Nearest {

    /** Two letters that have changed places. */
    private static final int MISTYPED = 2;

    private Nearest() {}

    /** Names the nearest of {@code known}, for the end of a message. */
    static String to(String written, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(
                        candidate -> distance(written.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT))))
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("");
    }

    /** Whether {@code written} is another name, but so like {@code known} that it may be meant. */
    static boolean isAlmost(String written, String known) {
        int distance = distance(written.toLowerCase(Locale.ROOT), known.toLowerCase(Locale.ROOT));
        return !written.equals(known) && distance <= MISTYPED && distance < Math.min(written.length(), known.length());
    }

    /** Levenshtein's. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
