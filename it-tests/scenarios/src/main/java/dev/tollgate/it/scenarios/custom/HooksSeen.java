package dev.tollgate.it.scenarios.custom;

import dev.tollgate.gate.GateEvent;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Which hooks had ended when the application's own filter saw an answer. */
public class HooksSeen implements ClientResponseFilter {

    public static final List<GateEvent> NOW = new CopyOnWriteArrayList<>();
    public static final List<GateEvent> LATER = new CopyOnWriteArrayList<>();

    public static void clear() {
        NOW.clear();
        LATER.clear();
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        NOW.addAll(Hooks.NOW);
        LATER.addAll(Hooks.LATER);
        Hooks.overtake();
    }
}
