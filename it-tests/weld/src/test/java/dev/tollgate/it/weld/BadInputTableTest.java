package dev.tollgate.it.weld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.scenarios.badinput.BadInput;
import dev.tollgate.it.scenarios.badinput.BadInputTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Writes the table of bad input to {@code target/bad-input.adoc}. */
class BadInputTableTest {

    @Test
    void everyLineHasANameOfItsOwnAndSaysWhatIsSeen() throws Exception {
        List<? extends BadInput<?>> lines = BadInputTable.sections().stream()
                .flatMap(section -> section.lines().stream())
                .toList();

        assertThat(lines).hasSizeGreaterThan(100).allSatisfy(line -> assertThat(line.seen())
                .isNotBlank());
        assertThat(lines).extracting(line -> line.name()).doesNotHaveDuplicates();
        Path written = Files.writeString(Path.of("target", "bad-input.adoc"), BadInputTable.asciidoc());
        assertThat(written)
                .content()
                .contains(lines.stream().map(line -> line.name()).toList());
    }
}
