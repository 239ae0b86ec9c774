package dev.tollgate.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tollgate.rest.replay.Present;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The jar may lie beside any REST client: what others load of it needs the standards only. */
class ServiceFilesTest {

    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path SERVICES = CLASSES.resolve(Path.of("META-INF", "services"));

    static List<String> services() throws IOException {
        try (Stream<Path> files = Files.list(SERVICES)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    static List<String> servicesOfOurOwn() throws IOException {
        return services().stream()
                .filter(service -> service.startsWith("dev.tollgate."))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("services")
    void noneIsOfOneRestClient(String service) {
        assertThat(service)
                .as("whoever else loads this service fails over a class that does not link there")
                .matches("(dev\\.tollgate|jakarta|org\\.eclipse\\.microprofile)\\..+");
    }

    @ParameterizedTest
    @MethodSource("services")
    void providersThatOthersLoadNeedNoRestClient(String service) throws Exception {
        if (service.startsWith("dev.tollgate.")) {
            return;
        }
        ClassLoader elsewhere = new WithoutRestEasy();
        Class<?> type = Class.forName(service, false, elsewhere);

        assertThatCode(() -> ServiceLoader.load(type, elsewhere)
                        .forEach(found ->
                                assertThat(found.getClass().getMethods()).isNotEmpty()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("servicesOfOurOwn")
    void providersThatTollgateLoadsAreLeftOutWhereTheirRestClientIsNotThere(String service) throws Exception {
        ClassLoader elsewhere = new WithoutRestEasy();
        Class<?> type = Class.forName(service, false, elsewhere);
        Class<?> present = Class.forName(Present.class.getName(), false, elsewhere);

        assertThat((List<?>) present.getMethod("all", Class.class).invoke(null, type))
                .isEmpty();
    }

    @Test
    void providersArePresentBesideTheirRestClient() throws Exception {
        for (String service : servicesOfOurOwn()) {
            assertThat(Present.all(Class.forName(service))).as(service).isNotEmpty();
        }
    }

    /** Makes Tollgate's classes anew, and hides RESTEasy's from them. */
    private static final class WithoutRestEasy extends ClassLoader {

        WithoutRestEasy() {
            super(ServiceFilesTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.jboss.resteasy.")) {
                throw new ClassNotFoundException(name);
            }
            Path file = CLASSES.resolve(name.replace('.', '/') + ".class");
            if (!name.startsWith("dev.tollgate.rest.") || !Files.exists(file)) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name, file) : known;
        }

        private Class<?> define(String name, Path file) {
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
