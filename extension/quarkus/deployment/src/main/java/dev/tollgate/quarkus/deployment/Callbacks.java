package dev.tollgate.quarkus.deployment;

import dev.tollgate.rest.spi.ExpiryCheck;
import dev.tollgate.rest.spi.RejectionCheck;
import dev.tollgate.rest.spi.SessionResolver;
import dev.tollgate.rest.spi.TokenAssignment;
import dev.tollgate.rest.spi.TokenReader;
import dev.tollgate.source.TokenSource;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.jandex.DotName;

/** The interfaces of the beans that do something differently. */
final class Callbacks {

    private Callbacks() {}

    static Set<DotName> names() {
        return Stream.of(
                        TokenSource.class,
                        ExpiryCheck.class,
                        ExpiryCheck.Async.class,
                        RejectionCheck.class,
                        RejectionCheck.Async.class,
                        TokenAssignment.class,
                        TokenAssignment.Async.class,
                        TokenReader.class,
                        TokenReader.Async.class,
                        SessionResolver.class,
                        SessionResolver.Async.class)
                .map(DotName::createSimple)
                .collect(Collectors.toUnmodifiableSet());
    }
}
