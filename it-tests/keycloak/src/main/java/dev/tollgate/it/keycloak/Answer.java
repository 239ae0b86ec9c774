package dev.tollgate.it.keycloak;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** What a server said. */
public record Answer(int status, HttpHeaders headers, String body) {

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** The string {@code name} of a JSON object. */
    public String text(String name) {
        return json().getString(name);
    }

    /** The JSON object of the body. */
    public JsonObject json() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    JsonArray array() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readArray();
        }
    }

    /** This answer, if it has the status {@code wanted}. */
    public Answer expect(int wanted) {
        if (status != wanted) {
            throw new IllegalStateException("expected " + wanted + ", got " + status + ": " + body);
        }
        return this;
    }
}
