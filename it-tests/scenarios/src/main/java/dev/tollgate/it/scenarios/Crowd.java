package dev.tollgate.it.scenarios;

import dev.tollgate.it.scenarios.sessions.CrowdClient;
import dev.tollgate.it.scenarios.sessions.CurrentUser;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.testkit.AuthorizationServer;
import dev.tollgate.testkit.Recorded;
import jakarta.json.JsonObject;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Users who come, call and go, all at once; it writes down whatever happens to them that must not. */
final class Crowd {

    final Queue<String> violations = new ConcurrentLinkedQueue<>();
    final Queue<CompletableFuture<?>> answers = new ConcurrentLinkedQueue<>();
    private final Queue<Refusal> suspicious = new ConcurrentLinkedQueue<>();
    final AtomicInteger served = new AtomicInteger();
    final AtomicInteger refused = new AtomicInteger();
    final AtomicInteger comings = new AtomicInteger();
    final AtomicInteger revocations = new AtomicInteger();
    private final List<CrowdMember> users;
    private final CrowdClient client;
    private final Realm realm;
    private final AuthorizationServer server;

    Crowd(int size, CrowdClient client, Realm realm, AuthorizationServer server) {
        this.client = client;
        this.realm = realm;
        this.server = server;
        this.users = IntStream.range(0, size)
                .mapToObj(number -> new CrowdMember("user-" + number))
                .toList();
        users.forEach(user -> server.user(user.name(), user.name()));
    }

    void signIn() throws Exception {
        for (CrowdMember user : users) {
            login(user);
        }
    }

    void turn(Random random) throws Exception {
        CrowdMember user = users.get(random.nextInt(users.size()));
        switch (random.nextInt(20)) {
            case 0 ->
                user.away(() -> comeBack(user, () -> realm.session(user.key()).signOut()));
            case 1 -> user.away(() -> comeBack(user, client::logout));
            case 2 -> revoke(user);
            case 3, 4, 5, 6, 7, 8 -> callLater(user);
            default -> call(user);
        }
    }

    private void comeBack(CrowdMember user, Runnable signOut) throws Exception {
        CurrentUser.as(user.name(), () -> {
            signOut.run();
            return user;
        });
        login(user);
        comings.incrementAndGet();
    }

    private void login(CrowdMember user) throws Exception {
        CurrentUser.as(user.name(), () -> client.login(ManyUsersScenario.account(user.name())));
    }

    private void revoke(CrowdMember user) {
        if (user.mayBeRevoked()) {
            server.revokeAccessTokens(user.name());
            revocations.incrementAndGet();
        }
    }

    private void call(CrowdMember user) throws Exception {
        CrowdMember.Call call = user.begins();
        try {
            check(user, CurrentUser.as(user.name(), () -> client.me(call.number())), null, call);
        } catch (RuntimeException e) {
            check(user, null, e, call);
        }
    }

    private void callLater(CrowdMember user) throws Exception {
        CrowdMember.Call call = user.begins();
        answers.add(CurrentUser.as(user.name(), () -> client.meLater(call.number()))
                .handle((answer, thrown) -> {
                    check(user, answer, thrown, call);
                    return user;
                })
                .toCompletableFuture());
    }

    private void check(
            CrowdMember user, @Nullable JsonObject answer, @Nullable Throwable thrown, CrowdMember.Call call) {
        if (answer == null) {
            refused(user, thrown, call);
        } else if (answer.getString("user").equals(user.name())) {
            served.incrementAndGet();
        } else {
            violations.add(user.name() + " was answered as " + answer.getString("user"));
        }
    }

    private void refused(CrowdMember user, @Nullable Throwable thrown, CrowdMember.Call call) {
        refused.incrementAndGet();
        if (!isExpected(thrown)) {
            violations.add(user.name() + ": " + thrown);
        } else if (!user.wasAwaySince(call)) {
            suspicious.add(new Refusal(user.name(), call.number(), String.valueOf(thrown)));
        }
    }

    /** A call of who is there may fail only if it was sent again with another token, and that was refused as well. */
    void judgeBy(List<Recorded> requests) {
        Map<String, List<String>> tokens = requests.stream()
                .collect(Collectors.groupingBy(
                        request -> request.header(CrowdClient.CALL).orElse("none"),
                        Collectors.mapping(request -> request.bearerToken().orElse("none"), Collectors.toList())));
        for (Refusal refusal : suspicious) {
            List<String> sent = tokens.getOrDefault(Integer.toString(refusal.call), List.of());
            if (sent.size() != 2 || sent.get(0).equals(sent.get(1))) {
                violations.add(refusal + " was sent " + sent.size() + " times, with "
                        + sent.stream().distinct().count() + " tokens");
            }
        }
    }

    private record Refusal(String user, int call, String thrown) {}

    private static boolean isExpected(@Nullable Throwable thrown) {
        if (thrown instanceof WebApplicationException answer) {
            return answer.getResponse().getStatus() == 401;
        }
        return thrown instanceof SessionExpiredException
                || (thrown != null && thrown.getCause() != null && isExpected(thrown.getCause()));
    }
}
