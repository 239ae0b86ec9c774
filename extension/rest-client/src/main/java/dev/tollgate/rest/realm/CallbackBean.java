package dev.tollgate.rest.realm;

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
        Class<?> type, Optional<String> realm, boolean alternative, String name, Supplier<Object> reference) {}
