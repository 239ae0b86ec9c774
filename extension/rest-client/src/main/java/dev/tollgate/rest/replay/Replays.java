package dev.tollgate.rest.replay;

import jakarta.ws.rs.client.ClientRequestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The implementations of {@link Replay} that work here. */
public final class Replays {

    private static final System.Logger LOG = System.getLogger("dev.tollgate.rest.replay");

    private final List<Replay> present;

    private Replays(List<Replay> present) {
        this.present = present;
    }

    /** Looks for implementations beside this class. One whose REST client is not there is left out. */
    public static Replays find() {
        List<Replay> present = new ArrayList<>();
        ServiceLoader.load(Replay.class, Replay.class.getClassLoader()).stream().forEach(provider -> {
            try {
                present.add(provider.get());
            } catch (ServiceConfigurationError | LinkageError e) {
                LOG.log(
                        System.Logger.Level.DEBUG,
                        "Not here: " + provider.type().getName(),
                        e);
            }
        });
        return new Replays(present);
    }

    /** The one for {@code request}; empty if calls can not be replayed here. */
    public Optional<Replay> of(ClientRequestContext request) {
        return present.stream().filter(replay -> replay.supports(request)).findFirst();
    }
}
