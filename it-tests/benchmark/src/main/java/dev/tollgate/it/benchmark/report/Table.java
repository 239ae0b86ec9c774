package dev.tollgate.it.benchmark.report;

import java.util.List;
import java.util.stream.Collectors;

/** A table, for those who read Markdown and for those who read AsciiDoc. */
public record Table(List<String> header, List<List<String>> rows) {

    /** For those who read Markdown. */
    public String markdown() {
        return line(header)
                + line(header.stream().map(name -> "---").toList())
                + rows.stream().map(Table::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** For those who read AsciiDoc. */
    public String asciiDoc() {
        return "[%autowidth]\n|===\n" + asciiLine(header) + "\n"
                + rows.stream().map(Table::asciiLine).collect(Collectors.joining())
                + "|===\n";
    }

    private static String asciiLine(List<String> cells) {
        return cells.stream().map(cell -> "|" + cell).collect(Collectors.joining(" ")) + "\n";
    }
}
