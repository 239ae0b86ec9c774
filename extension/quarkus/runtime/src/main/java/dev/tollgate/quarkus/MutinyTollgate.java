package dev.tollgate.quarkus;

import dev.tollgate.rest.Role;
import dev.tollgate.rest.Tollgate;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** The realms of the application for code that never waits. Inject it. Safe for use by many threads. */
@Singleton
public class MutinyTollgate {

    private final Tollgate tollgate;

    @Inject
    public MutinyTollgate(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    /**
     * The realm called {@code name}.
     *
     * @throws IllegalArgumentException if there is none; the message names those that there are
     */
    public MutinyRealm realm(String name) {
        return new MutinyRealm(tollgate.realm(name));
    }

    /**
     * What {@code work} makes. The client calls in it play the part of {@code role}, whatever their methods are marked
     * with.
     */
    public <T> Uni<T> callAs(Role role, Supplier<Uni<T>> work) {
        return MutinyRealm.deferred(() -> tollgate.callAs(role, work::get));
    }
}
