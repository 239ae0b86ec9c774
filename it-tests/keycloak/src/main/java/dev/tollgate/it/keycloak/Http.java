package dev.tollgate.it.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Plain HTTP/1.1, with nothing of Tollgate in between. */
public final class Http {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private Http() {}

    /** The answer to a GET. */
    public static Answer get(URI uri) {
        return send(HttpRequest.newBuilder(uri));
    }

    /** The answer to a GET with an access token. */
    public static Answer get(URI uri, String bearer) {
        return send(HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + bearer));
    }

    /** The answer to a form. */
    public static Answer post(URI uri, Map<String, String> form) {
        return post(uri, form, Map.of());
    }

    static Answer post(URI uri, Map<String, String> form, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode(form)));
        headers.forEach(request::header);
        return send(request);
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(CLIENT.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
