package dev.tollgate.rest.resteasy;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.client.RxInvokerProvider;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Has the asynchronous methods of a client invoked by {@link CarriedInvoker}; RESTEasy asks it about each method. */
@ConstrainedTo(RuntimeType.CLIENT)
final class CarriedMethods implements DynamicFeature {

    /** By the names of what methods return: RxJava and Reactor need not be there. */
    private static final Map<String, Supplier<Class<? extends RxInvokerProvider<?>>>> CARRIED = Map.of(
            "java.util.concurrent.CompletionStage", () -> CarriedStages.class,
            "io.reactivex.Single", () -> CarriedSingles.class,
            "reactor.core.publisher.Mono", () -> CarriedMonos.class);

    @Override
    public void configure(ResourceInfo method, FeatureContext context) {
        String returned = method.getResourceMethod().getReturnType().getName();
        Optional.ofNullable(CARRIED.get(returned)).map(Supplier::get).ifPresent(context::register);
    }
}
