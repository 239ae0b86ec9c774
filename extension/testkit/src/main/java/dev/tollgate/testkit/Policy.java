package dev.tollgate.testkit;

import java.security.PublicKey;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The settings of the authorization server, as they are by default. */
final class Policy {

    final Map<String, String> users = new ConcurrentHashMap<>(Map.of("alice", "alice"));
    final Map<String, String> clients = new ConcurrentHashMap<>();
    final Map<String, PublicKey> clientKeys = new ConcurrentHashMap<>();
    final Map<String, PublicKey> trustedIssuers = new ConcurrentHashMap<>();
    final Set<String> usedAssertions = ConcurrentHashMap.newKeySet();
    final Map<String, String> certificates = new ConcurrentHashMap<>();
    final Set<String> refusedAudiences = ConcurrentHashMap.newKeySet();
    final Set<String> refusedScopes = ConcurrentHashMap.newKeySet();
    volatile boolean refuseAfterRotation;
    volatile Duration lifetime = Duration.ofHours(1);
    volatile @Nullable Duration advertisedLifetime;
    volatile boolean hideLifetime;
    volatile boolean rotation = true;
    volatile boolean omitRefreshToken;
    volatile boolean issueRefreshToken = true;
    volatile Duration latency = Duration.ZERO;

    @Nullable
    Long expiresIn() {
        Duration advertised = advertisedLifetime;
        return hideLifetime ? null : (Long) (advertised == null ? lifetime : advertised).toSeconds();
    }
}
