package dev.tollgate.rest.realm;

import dev.tollgate.rest.TokenRealm;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds out which realm each client interface belongs to, and the sub-resources that can be reached from it. */
final class Memberships {

    private final Collection<Class<?>> known;
    private final Problems problems;
    private final Map<Class<?>, String> clients = new LinkedHashMap<>();
    private final Map<Class<?>, Class<?>> roots = new HashMap<>();

    Memberships(Collection<Class<?>> known, Problems problems) {
        this.known = known;
        this.problems = problems;
    }

    /** The realms that annotations name. */
    List<String> named() {
        return known.stream().flatMap(client -> realmOn(client).stream()).toList();
    }

    void assign(Collection<RealmSettings> realms) {
        known.forEach(client -> assign(client, realms));
        Map<Class<?>, String> direct = Map.copyOf(clients);
        known.forEach(root -> SubResources.of(root).stream()
                .filter(part -> !direct.containsKey(part))
                .forEach(part -> assignPart(part, root)));
    }

    /** The client interfaces of {@code realm}, without sub-resources. */
    List<Class<?>> of(String realm) {
        return known.stream()
                .<Class<?>>map(client -> client)
                .filter(client -> realm.equals(clients.get(client)))
                .toList();
    }

    /** The same with their sub-resources. */
    List<Class<?>> withSubResources(String realm) {
        return clients.entrySet().stream()
                .filter(client -> realm.equals(client.getValue()))
                .<Class<?>>map(Map.Entry::getKey)
                .toList();
    }

    /** What configuration may call each client interface of {@code realm}; a sub-resource by what it is reached from, too. */
    Map<Class<?>, List<String>> names(String realm) {
        Map<Class<?>, List<String>> names = new LinkedHashMap<>();
        withSubResources(realm)
                .forEach(client -> names.put(
                        client,
                        Stream.concat(ClientNames.of(client), ClientNames.of(rootOf(client)))
                                .distinct()
                                .toList()));
        return names;
    }

    /** Which realm's name each interface has been given. */
    Map<Class<?>, String> clients() {
        return clients;
    }

    /** All that are known, with their sub-resources. */
    Set<Class<?>> interfaces() {
        Set<Class<?>> all = new LinkedHashSet<>(known);
        all.addAll(roots.keySet());
        return all;
    }

    /** The client interface from which {@code part} is reached; itself if it is none. */
    Class<?> rootOf(Class<?> part) {
        return roots.getOrDefault(part, part);
    }

    private void assign(Class<?> client, Collection<RealmSettings> realms) {
        Set<String> of = new TreeSet<>();
        realmOn(client).ifPresent(of::add);
        realms.stream()
                .filter(realm -> ClientNames.of(client).anyMatch(realm.clients()::contains))
                .forEach(realm -> of.add(realm.name()));
        if (of.size() > 1) {
            problems.add(client.getName() + " is in more than one realm: " + of);
        }
        of.stream().findFirst().ifPresent(name -> clients.put(client, name));
    }

    private void assignPart(Class<?> part, Class<?> root) {
        Class<?> before = roots.putIfAbsent(part, root);
        String realm = clients.get(root);
        if (before == null && realm != null) {
            clients.put(part, realm);
        } else if (before != null && !Optional.ofNullable(clients.get(before)).equals(Optional.ofNullable(realm))) {
            problems.add(part.getName() + " is reached from " + written(before) + " and from " + written(root)
                    + ": whose tokens should its calls carry? Put @TokenRealm on it");
        }
    }

    private String written(Class<?> root) {
        String realm = clients.get(root);
        return root.getName() + (realm == null ? " (no realm)" : " (realm '" + realm + "')");
    }

    private static Optional<String> realmOn(Class<?> client) {
        return Optional.ofNullable(client.getAnnotation(TokenRealm.class)).map(TokenRealm::value);
    }
}
