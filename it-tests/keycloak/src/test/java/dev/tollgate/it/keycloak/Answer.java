package dev.tollgate.it.keycloak;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** What a server said. */
record Answer(int status, HttpHeaders headers, String body) {

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** The string {@code name} of a JSON object. */
    String text(String name) {
        return json().getString(name);
    }

    JsonObject json() {
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
    Answer expect(int wanted) {
        if (status != wanted) {
            throw new IllegalStateException("expected " + wanted + ", got " + status + ": " + body);
        }
        return this;
    }
}
