package dev.tollgate.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The client of these tests. */
final class Browser {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final FakeServer server;

    Browser(FakeServer server) {
        this.server = server;
    }

    /** Logs in as alice. */
    HttpResponse<String> login() throws IOException, InterruptedException {
        return send(loginRequest("{\"username\":\"alice\",\"password\":\"alice\"}"));
    }

    HttpRequest.Builder loginRequest(String json) {
        return request("/login").header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
    }

    HttpResponse<String> refresh(String refreshToken) throws IOException, InterruptedException {
        return send(refreshRequest(refreshToken));
    }

    HttpRequest.Builder refreshRequest(String refreshToken) {
        return formRequest("/token", "grant_type", "refresh_token", "refresh_token", refreshToken);
    }

    /** The answer to a refresh with what the last answer said. */
    HttpResponse<String> refreshAfter(HttpResponse<String> tokens) throws IOException, InterruptedException {
        return refresh(field(tokens, "refresh_token"));
    }

    HttpResponse<String> form(String path, String... namesAndValues) throws IOException, InterruptedException {
        return send(formRequest(path, namesAndValues));
    }

    HttpRequest.Builder formRequest(String path, String... namesAndValues) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(namesAndValues[i] + "=" + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs)));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    HttpResponse<String> getWith(String token, String path) throws IOException, InterruptedException {
        return send(requestWith(token, path));
    }

    /** A GET with the access token of this answer. */
    HttpResponse<String> getAfter(HttpResponse<String> tokens, String path) throws IOException, InterruptedException {
        return getWith(field(tokens, "access_token"), path);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path));
    }

    HttpRequest.Builder requestWith(String token, String path) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
        return HTTP.sendAsync(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return server.uri(path);
    }

    /** A string or number of a JSON answer. */
    static String field(HttpResponse<String> answer, String name) {
        Matcher matcher = Pattern.compile('"' + name + "\":\"?([^\",}]*)").matcher(answer.body());
        if (!matcher.find()) {
            throw new AssertionError("no " + name + " in " + answer.body());
        }
        return matcher.group(1);
    }
}
