package dev.tollgate.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.quarkus.replay.QuarkusReplay;
import dev.tollgate.quarkus.wiring.CallContextProvider;
import dev.tollgate.quarkus.wiring.ClientListener;
import dev.tollgate.quarkus.wiring.GlobalFilters;
import dev.tollgate.quarkus.wiring.QuarkusInboundHeaders;
import dev.tollgate.quarkus.wiring.UniType;
import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.refresh.PromiseType;
import dev.tollgate.rest.replay.Replay;
import dev.tollgate.rest.session.InboundHeaders;
import dev.tollgate.rest.spi.TokenReader;
import dev.tollgate.rest.wiring.RuntimeFilters;
import dev.tollgate.rest.wiring.TollgateBuilderListener;
import io.quarkus.builder.BuildChainBuilder;
import io.quarkus.builder.BuildContext;
import io.quarkus.builder.BuildStep;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveFieldBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;
import io.quarkus.rest.client.reactive.runtime.RestClientBuilderImpl;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.spi.RestClientBuilderListener;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;
import org.jboss.resteasy.reactive.client.handlers.ClientSendRequestHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a native image is told; whether that is enough can be seen in one only. */
class NativeImageTest {

    private static final String CHECKED = NativeImageTest.class.getName();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(ShopClient.class, RefreshBody.class))
            .overrideConfigKey("quarkus.rest-client.shop.url", "http://localhost:1")
            .addBuildChainCustomizer(NativeImageTest::check);

    private static void check(BuildChainBuilder chain) {
        chain.addBuildStep(new BuildStep() {
                    @Override
                    public void execute(BuildContext context) {
                        checkReflection(context);
                        checkServices(context);
                        System.setProperty(CHECKED, "true");
                        context.produce(new FeatureBuildItem("checked"));
                    }
                })
                .consumes(ReflectiveClassBuildItem.class)
                .consumes(ReflectiveFieldBuildItem.class)
                .consumes(ServiceProviderBuildItem.class)
                .produces(FeatureBuildItem.class)
                .build();
    }

    private static void checkReflection(BuildContext context) {
        assertThat(context.consumeMulti(ReflectiveClassBuildItem.class))
                .anySatisfy(item -> {
                    assertThat(item.getClassNames()).contains(ShopClient.class.getName());
                    assertThat(item.isMethods()).isTrue();
                })
                .anySatisfy(item -> {
                    assertThat(item.getClassNames()).contains(RefreshBody.class.getName());
                    assertThat(item.isMethods() && item.isConstructors() && item.isFields())
                            .isTrue();
                })
                .anySatisfy(item -> assertThat(item.getClassNames()).contains(TokenReader.class.getName()));
        checkField(context, ClientSendRequestHandler.class);
        checkField(context, RestClientBuilderImpl.class);
    }

    private static void checkField(BuildContext context, Class<?> type) {
        assertThat(context.consumeMulti(ReflectiveFieldBuildItem.class)).anySatisfy(item -> {
            assertThat(item.getDeclaringClass()).isEqualTo(type.getName());
            assertThat(type.getDeclaredField(item.getName())).isNotNull();
        });
    }

    private static void checkServices(BuildContext context) {
        checkService(context, Replay.class, QuarkusReplay.class);
        checkService(context, InboundHeaders.class, QuarkusInboundHeaders.class);
        checkService(context, RuntimeFilters.class, GlobalFilters.class);
        checkService(context, PromiseType.class, UniType.class);
        checkService(context, ThreadContextProvider.class, CallContextProvider.class);
        checkService(context, RestClientListener.class, ClientListener.class);
        checkService(context, RestClientBuilderListener.class, TollgateBuilderListener.class);
    }

    private static void checkService(BuildContext context, Class<?> service, Class<?> provider) {
        assertThat(context.consumeMulti(ServiceProviderBuildItem.class))
                .filteredOn(item -> item.serviceDescriptorFile().endsWith("/" + service.getName()))
                .flatExtracting(item -> item.providers())
                .contains(provider.getName());
    }

    @Test
    void isToldWhatIsLookedUpByName() {
        assertThat(System.getProperty(CHECKED)).isEqualTo("true");
    }

    @RegisterRestClient(configKey = "shop")
    @TokenRealm("shop")
    interface ShopClient {
        @POST
        @Path("token")
        @RefreshToken
        String refresh(RefreshBody body);
    }

    /** What a refresh is asked for with. */
    public record RefreshBody(String refreshToken) {}
}
