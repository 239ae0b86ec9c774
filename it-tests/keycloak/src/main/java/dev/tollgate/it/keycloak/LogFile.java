package dev.tollgate.it.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a process printed. */
record LogFile(Path path) {

    private static final int TAIL_LINES = 40;

    /** An error that shows the end of this log. */
    IllegalStateException error(String message) {
        return new IllegalStateException("%s; the end of %s:%n%s".formatted(message, path, tail()));
    }

    private String tail() {
        try {
            List<String> lines = Files.readAllLines(path);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "(unreadable: " + e + ")";
        }
    }
}
