package dev.tollgate.it.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A README can not include; so what it shows is held against what runs. */
class ReadmeTest {

    private static final Path ROOT = Path.of("../..");

    private final String readme = Files.readString(ROOT.resolve("README.adoc"));

    ReadmeTest() throws IOException {}

    @Test
    void clientOfTheReadmeIsThatOfTheDemo() throws IOException {
        String demo = Files.readString(
                Path.of("src/main/java", ShopClient.class.getName().replace('.', '/') + ".java"));

        assertThat(shown("java")).isEqualTo(words(demo.substring(demo.indexOf("\n@RegisterRestClient"))));
    }

    @Test
    void dependencyOfTheReadmeIsThatOfTheDemoInTheVersionOfThisBuild() throws IOException {
        String pom = words(Files.readString(Path.of("pom.xml")));
        String shown = shown("xml");

        assertThat(pom).contains(shown.replaceFirst(" <version>.*</version>", ""));
        assertThat(pom).contains(first("<version>[^<]+</version>", shown));
    }

    @Test
    void commandsOfTheReadmeNameAProfileAndAModuleThatThereAre() throws IOException {
        String command = first("mvn -q -P\\S+ -pl \\S+ -am verify", readme);

        assertThat(Path.of("pom.xml")).content().contains("<id>" + first("(?<=-P)\\S+", command) + "</id>");
        assertThat(ROOT.resolve(first("(?<=-pl )\\S+", command)).resolve("pom.xml"))
                .exists();
    }

    @Test
    void guidesOfTheReadmeAreThere() {
        Matcher links = Pattern.compile("link:([^\\[]+)\\[").matcher(readme);

        assertThat(links.results().map(link -> ROOT.resolve(link.group(1))))
                .hasSizeGreaterThan(10)
                .allSatisfy(guide -> assertThat(guide).exists());
    }

    /** The block of {@code language}, without its comments. */
    private String shown(String language) {
        return words(first("(?<=\\[source," + language + "\\]\\n----\\n)(?s:.*?)(?=\\n----)", readme)
                .replaceAll(" *// .*", ""));
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").trim();
    }

    private static String first(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group();
    }
}
