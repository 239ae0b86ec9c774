package dev.tollgate.it.scenarios.badinput;

import dev.tollgate.rest.Guest;
import dev.tollgate.rest.RefreshToken;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Refresh methods that the gate can not call. Their realm is configured, so that no container takes them for real. */
public final class Signatures {

    private static final String WHAT_WORKS = "; a parameter is a String with @FormParam, @HeaderParam, @CookieParam or"
            + " @QueryParam \"refresh_token\", \"grant_type\", \"client_id\", \"client_secret\" or \"scope\"; or a lone"
            + " String (the refresh token); or a TokenSet; or a JSON body (JsonObject, Map, record, or class with setters)"
            + " with these names";
    private static final String NO_REFRESH_TOKEN = ": no parameter takes the refresh token" + WHAT_WORKS;
    private static final String FIRST = ": parameter 1 can not be bound" + WHAT_WORKS;
    private static final String SECOND = ": parameter 2 can not be bound" + WHAT_WORKS;

    private Signatures() {}

    /** Each is the only client of its realm, which is called shop. */
    public static List<BadInput<Class<?>>> all() {
        return List.of(
                row(NoParameter.class, "refresh()" + NO_REFRESH_TOKEN),
                row(NoRefreshToken.class, "refresh(@FormParam(\"grant_type\") String)" + NO_REFRESH_TOKEN),
                row(
                        UnknownName.class,
                        "refresh(@FormParam(\"refresh_token\") String, @FormParam(\"audience\") String)" + SECOND),
                row(
                        UnknownHeader.class,
                        "refresh(@HeaderParam(\"X-Api-Key\") String, @FormParam(\"refresh_token\") String)" + FIRST),
                row(InThePath.class, "refresh(@PathParam String, @FormParam(\"refresh_token\") String)" + FIRST),
                row(AsANumber.class, "refresh(@FormParam(\"refresh_token\") long)" + FIRST),
                row(SecondOfTwo.class, "refresh(String, Map)" + SECOND),
                both(AsAMatrix.class, "refresh(@MatrixParam String)"),
                both(AsABean.class, "refresh(@BeanParam Object)"),
                new BadInput<>(
                        "NoBean",
                        NoBean.class,
                        "realm 'shop': the gate calls NoBean.refresh on the injected client, but "
                                + NoBean.class.getName() + " is no bean: annotate it with @RegisterRestClient"),
                new BadInput<>(
                        "Unidentified",
                        Unidentified.class,
                        "tollgate.shop.client-id: is missing, Unidentified.refresh asks for it"),
                new BadInput<>(
                        "TwoRoles",
                        TwoRoles.class,
                        "public abstract void " + TwoRoles.class.getName() + ".refresh(java.lang.String)"
                                + " has more than one role: [GUEST, REFRESH_TOKEN]"));
    }

    private static BadInput<Class<?>> row(Class<?> client, String problem) {
        return new BadInput<>(client.getSimpleName(), client, client.getName() + ": " + problem);
    }

    /** The one parameter can not be bound, and so none takes the refresh token. */
    private static BadInput<Class<?>> both(Class<?> client, String signature) {
        String method = client.getName() + ": " + signature;
        return new BadInput<>(client.getSimpleName(), client, method + FIRST + "\n  " + method + NO_REFRESH_TOKEN);
    }

    @RegisterRestClient
    interface NoParameter {
        @POST
        @RefreshToken
        void refresh();
    }

    @RegisterRestClient
    interface NoRefreshToken {
        @POST
        @RefreshToken
        void refresh(@FormParam("grant_type") String grantType);
    }

    @RegisterRestClient
    interface UnknownName {
        @POST
        @RefreshToken
        void refresh(@FormParam("refresh_token") String refreshToken, @FormParam("audience") String audience);
    }

    @RegisterRestClient
    interface UnknownHeader {
        @POST
        @RefreshToken
        void refresh(@HeaderParam("X-Api-Key") String key, @FormParam("refresh_token") String refreshToken);
    }

    @RegisterRestClient
    interface InThePath {
        @POST
        @RefreshToken
        void refresh(@PathParam("tenant") String tenant, @FormParam("refresh_token") String refreshToken);
    }

    @RegisterRestClient
    interface AsANumber {
        @POST
        @RefreshToken
        void refresh(@FormParam("refresh_token") long refreshToken);
    }

    @RegisterRestClient
    interface SecondOfTwo {
        @POST
        @RefreshToken
        void refresh(String refreshToken, Map<String, String> more);
    }

    @RegisterRestClient
    interface AsAMatrix {
        @POST
        @RefreshToken
        void refresh(@MatrixParam("refresh_token") String refreshToken);
    }

    @RegisterRestClient
    interface AsABean {
        @POST
        @RefreshToken
        void refresh(@BeanParam Object bean);
    }

    interface NoBean {
        @POST
        @RefreshToken
        void refresh(String refreshToken);
    }

    @RegisterRestClient
    interface Unidentified {
        @POST
        @RefreshToken
        void refresh(@FormParam("refresh_token") String refreshToken, @FormParam("client_id") String clientId);
    }

    @RegisterRestClient
    interface TwoRoles {
        @Guest
        @POST
        @RefreshToken
        void refresh(String refreshToken);
    }
}
