package dev.tollgate.oauth2;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;

/** What a REST client would send. */
final class Requests {

    private Requests() {}

    static int get(URI target, String authorization) throws Exception {
        return send(HttpRequest.newBuilder(target).header("Authorization", authorization));
    }

    static int get(URI target, String authorization, String proof) throws Exception {
        return send(HttpRequest.newBuilder(target)
                .header("Authorization", authorization)
                .header("DPoP", proof));
    }

    private static int send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }

    static String claims(String jwt) {
        return new String(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]), UTF_8);
    }
}
