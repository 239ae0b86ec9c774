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

    static int get(URI target, String authorization, String proof) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(target)
                .header("Authorization", authorization)
                .header("DPoP", proof)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    static String claims(String jwt) {
        return new String(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]), UTF_8);
    }
}
