package dev.tollgate.rest.realm;

import dev.tollgate.rest.spi.ExpiryCheck;
import dev.tollgate.rest.spi.RejectionCheck;
import dev.tollgate.rest.spi.SessionResolver;
import dev.tollgate.rest.spi.TokenAssignment;
import dev.tollgate.rest.spi.TokenReader;
import dev.tollgate.source.TokenSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A bean of the application that does something differently.
 *
 * @param type which of the interfaces it implements
 * @param realm the realm that it is for; empty: for all that have none of their own
 * @param alternative whether it goes before those that are none
 * @param name for messages
 * @param reference where it is
 */
public record CallbackBean(
        Class<?> type, Optional<String> realm, boolean alternative, String name, Supplier<Object> reference) {

    /** The interfaces; a bean may implement several of them. */
    public static final List<Class<?>> TYPES = List.of(
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
            SessionResolver.Async.class);
}
