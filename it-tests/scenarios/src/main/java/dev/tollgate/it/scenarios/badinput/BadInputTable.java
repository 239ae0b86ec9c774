package dev.tollgate.it.scenarios.badinput;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders all that is in this package as AsciiDoc. */
public final class BadInputTable {

    private BadInputTable() {}

    /** The tables, one for each kind of input. */
    public static List<Section> sections() {
        return List.of(
                new Section("Refreshes after which no token can be had now", TokenAnswers.unavailable()),
                new Section("Refreshes after which somebody has to sign in", TokenAnswers.sessionOver()),
                new Section(
                        "Refreshes whose outcome is unknown, with `rotation=strict`", TokenAnswers.outcomeUnknown()),
                new Section("Refreshes that never end or never begin", TokenAnswers.withoutAnswer()),
                new Section("Odd answers to a refresh that are good enough", TokenAnswers.accepted()),
                new Section("Unusable answers to a login", TokenAnswers.unusableLogins()),
                new Section("Answers to a login that are no sign-in", TokenAnswers.loginsWithoutTokens()),
                new Section("Challenges of a resource server", Challenges.all()),
                new Section("Mistakes of configuration", Settings.all()),
                new Section("Refresh methods that can not be called", Signatures.all()));
    }

    /** All of them as one text. */
    public static String asciidoc() {
        return sections().stream().map(Section::asciidoc).collect(Collectors.joining("\n"));
    }

    /** The lines of one kind. */
    public record Section(String title, List<? extends BadInput<?>> lines) {

        String asciidoc() {
            Stream<String> head = Stream.of("." + title, "[cols=\"1,3\"]", "|===", "|Given |Seen", "");
            Stream<String> rows = lines.stream().map(Section::row);
            return Stream.of(head, rows, Stream.of("|===", ""))
                    .flatMap(part -> part)
                    .collect(Collectors.joining("\n"));
        }

        private static String row(BadInput<?> line) {
            return "|" + cell(line.name()) + "\n|"
                    + line.seen().lines().map(Section::cell).collect(Collectors.joining(" +\n"));
        }

        /** As it is, whatever AsciiDoc would make of it. */
        private static String cell(String text) {
            return "`+" + text.strip().replace("|", "\\|") + "+`";
        }
    }
}
