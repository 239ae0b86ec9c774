package dev.tollgate.rest.replay;

import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** What differs between REST client implementations, as far as they are here. */
public final class Present {

    private static final System.Logger LOG = System.getLogger("dev.tollgate.rest");

    private Present() {}

    /** The implementation of {@code type} beside this class. One whose REST client is not there is left out. */
    public static <T> Optional<T> of(Class<T> type) {
        return all(type).stream().findFirst();
    }

    /** All implementations of {@code type} beside this class, but for those whose REST client is not there. */
    public static <T> List<T> all(Class<T> type) {
        return ServiceLoader.load(type, type.getClassLoader()).stream()
                .flatMap(Present::linked)
                .toList();
    }

    private static <T> Stream<T> linked(ServiceLoader.Provider<T> provider) {
        try {
            return Stream.of(provider.get());
        } catch (ServiceConfigurationError | LinkageError e) {
            LOG.log(System.Logger.Level.DEBUG, "Not here: " + provider.type().getName(), e);
            return Stream.empty();
        }
    }
}
