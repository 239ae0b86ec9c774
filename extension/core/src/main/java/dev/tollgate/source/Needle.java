package dev.tollgate.source;

/** Looks for a text in others by the algorithm of Knuth, Morris and Pratt: no repetition in either makes it slow. */
final class Needle {

    private final String wanted;
    private final Table exact;
    private final Table folded;

    Needle(String wanted) {
        this.wanted = wanted;
        this.exact = Table.of(wanted);
        this.folded = wanted.indexOf('+') < 0 ? exact : Table.of(Reading.fold(wanted));
    }

    /** Takes down where it is found: from an index, inclusive, to an index, exclusive. */
    @FunctionalInterface
    interface Places {
        void add(int from, int to);
    }

    /** @param folds whether a + counts as a blank in {@code text} */
    void in(String text, boolean folds, Places places) {
        Table table = folds ? folded : exact;
        int matched = 0;
        for (int i = 0; i < text.length(); i++) {
            matched = table.after(matched, text.charAt(i));
            if (matched == wanted.length()) {
                places.add(i + 1 - matched, i + 1);
                matched = table.borders[matched];
            }
        }
    }

    /** For each beginning of {@code wanted}, how much of its end is a beginning too. */
    private static final class Table {

        private final String wanted;
        private final int[] borders;

        private Table(String wanted) {
            this.wanted = wanted;
            this.borders = new int[wanted.length() + 1];
        }

        static Table of(String wanted) {
            Table table = new Table(wanted);
            for (int length = 2; length <= wanted.length(); length++) {
                table.borders[length] = table.after(table.borders[length - 1], wanted.charAt(length - 1));
            }
            return table;
        }

        int after(int matched, char next) {
            int still = matched;
            while (still > 0 && wanted.charAt(still) != next) {
                still = borders[still];
            }
            return wanted.charAt(still) == next ? still + 1 : 0;
        }
    }
}
