package dev.tollgate.quarkus.deployment;

import dev.tollgate.quarkus.wiring.BuiltApplication;
import dev.tollgate.rest.realm.CallCarrier;
import dev.tollgate.rest.realm.CallbackBean;
import dev.tollgate.rest.refresh.PromiseType;
import dev.tollgate.rest.replay.Replay;
import dev.tollgate.rest.session.InboundHeaders;
import dev.tollgate.rest.wiring.RuntimeFilters;
import dev.tollgate.source.TokenSourceProvider;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveFieldBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;
import io.quarkus.deployment.util.ServiceUtil;
import io.quarkus.rest.client.reactive.runtime.RestClientBuilderImpl;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.rest.client.spi.RestClientBuilderListener;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;
import org.jboss.resteasy.reactive.client.handlers.ClientSendRequestHandler;

/** Tells a native image what is looked up by name, which its analysis can not see. */
class NativeImageProcessor {

    private static final String REASON = "Tollgate reads roles, and calls refresh methods, by reflection";

    private static final List<Class<?>> SERVICES = List.of(
            Replay.class,
            InboundHeaders.class,
            RuntimeFilters.class,
            CallCarrier.class,
            PromiseType.class,
            TokenSourceProvider.class,
            ThreadContextProvider.class,
            RestClientListener.class,
            RestClientBuilderListener.class);

    @BuildStep
    void classes(FoundBuildItem found, BuildProducer<ReflectiveClassBuildItem> reflective) {
        BuiltApplication application = found.application();
        List<String> withMethods = Stream.of(
                        application.clients().stream(),
                        found.clients().keySet().stream(),
                        application.refreshes().stream().map(BuiltApplication.Refresh::type))
                .flatMap(names -> names)
                .distinct()
                .toList();
        List<String> byName = CallbackBean.TYPES.stream().map(Class::getName).toList();
        reflective.produce(ReflectiveClassBuildItem.builder(withMethods)
                .methods()
                .reason(REASON)
                .build());
        reflective.produce(
                ReflectiveClassBuildItem.builder(byName).reason(REASON).build());
    }

    /** What a refresh method takes as its JSON body is made and filled by reflection. */
    @BuildStep
    void bodies(FoundBuildItem found, BuildProducer<ReflectiveClassBuildItem> reflective) {
        List<String> bodies = found.refreshMethods().stream()
                .flatMap(method -> Arrays.stream(method.getParameterTypes()))
                .filter(type -> !type.isPrimitive() && !type.getName().startsWith("java"))
                .map(Class::getName)
                .toList();
        reflective.produce(ReflectiveClassBuildItem.builder(bodies)
                .constructors()
                .methods()
                .fields()
                .reason(REASON)
                .build());
    }

    /** Whether a client follows redirects is told by this field alone. */
    @BuildStep
    ReflectiveFieldBuildItem redirects() {
        return new ReflectiveFieldBuildItem(
                "Tollgate refuses clients that follow redirects",
                ClientSendRequestHandler.class.getName(),
                "followRedirects");
    }

    /** Where a client's requests go is told by this field alone. */
    @BuildStep
    ReflectiveFieldBuildItem baseAddress() {
        return new ReflectiveFieldBuildItem(
                "Tollgate sends tokens to the origin of a client only", RestClientBuilderImpl.class.getName(), "uri");
    }

    @BuildStep
    void services(BuildProducer<ServiceProviderBuildItem> providers) throws IOException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        for (Class<?> service : SERVICES) {
            String name = service.getName();
            Set<String> found = ServiceUtil.classNamesNamedIn(loader, ServiceProviderBuildItem.SPI_ROOT + name);
            if (!found.isEmpty()) {
                providers.produce(new ServiceProviderBuildItem(name, found));
            }
        }
    }
}
