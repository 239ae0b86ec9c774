package dev.tollgate.quarkus.wiring;

import dev.tollgate.rest.realm.CallContext;
import java.util.Map;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;

/**
 * Carries what a call brings along to wherever its {@code Uni}, {@code Multi} or {@code CompletionStage} goes on
 * (MicroProfile Context Propagation).
 */
public final class CallContextProvider implements ThreadContextProvider {

    @Override
    public ThreadContextSnapshot currentContext(Map<String, String> properties) {
        return snapshot(CallContext.capture());
    }

    @Override
    public ThreadContextSnapshot clearedContext(Map<String, String> properties) {
        return snapshot(new CallContext.Captured(CallContext.none(), null));
    }

    @Override
    public String getThreadContextType() {
        return "Tollgate";
    }

    private static ThreadContextSnapshot snapshot(CallContext.Captured captured) {
        return () -> captured.enter()::close;
    }
}
