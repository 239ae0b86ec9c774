package dev.tollgate.rest.replay;

import jakarta.ws.rs.client.ClientRequestContext;
import java.util.List;
import java.util.Optional;

/** The implementations of {@link Replay} that work here. */
public final class Replays {

    private final List<Replay> present;

    private Replays(List<Replay> present) {
        this.present = present;
    }

    /** Looks for implementations beside this class. One whose REST client is not there is left out. */
    public static Replays find() {
        return new Replays(Present.all(Replay.class));
    }

    /** Whether there is one, for whatever REST client. */
    public boolean areThereAny() {
        return !present.isEmpty();
    }

    /** The one for {@code request}; empty if calls can not be replayed here. */
    public Optional<Replay> of(ClientRequestContext request) {
        for (Replay replay : present) { // several times for each call: no stream
            if (replay.supports(request)) {
                return Optional.of(replay);
            }
        }
        return Optional.empty();
    }
}
