package dev.tollgate.testkit;

import dev.tollgate.testkit.Answer.Reply;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The answers of the resource server to who is let in. */
final class Echo {

    private Echo() {}

    static Reply of(Recorded request, @Nullable String user, int generation) {
        Form query = Form.decode(request.query());
        String status = query.get("status");
        Reply reply = Answer.status(status == null ? 200 : Integer.parseInt(status));
        String answer = query.get("answer");
        if (answer == null) {
            return reply.json(echo(request, user, generation));
        }
        return switch (answer) {
            case "null", "0", "false" -> reply.json(answer);
            case "empty" -> reply.body("text/plain", "");
            default -> throw new IllegalArgumentException("unknown answer: " + answer);
        };
    }

    private static String echo(Recorded request, @Nullable String user, int generation) {
        Map<String, String> headers = new TreeMap<>();
        request.headers()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return Json.object(
                "path",
                request.path(),
                "method",
                request.method(),
                "user",
                user,
                "generation",
                generation,
                "body",
                request.body(),
                "headers",
                headers);
    }
}
