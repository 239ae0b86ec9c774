package dev.tollgate.rest.replay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The collections that hold their elements themselves: looking at one does not use it up. No view of another one is. */
final class JdkCollections {

    private static final Set<Class<?>> KNOWN = Stream.of(
                    new ArrayList<>(),
                    new ArrayDeque<>(),
                    new CopyOnWriteArrayList<>(),
                    new HashSet<>(),
                    new LinkedHashSet<>(),
                    new TreeSet<>(),
                    new HashMap<>(),
                    new LinkedHashMap<>(),
                    new TreeMap<>(),
                    new ConcurrentHashMap<>(),
                    new EnumMap<>(Thread.State.class),
                    Arrays.asList(1),
                    List.of(),
                    List.of(1),
                    Set.of(),
                    Set.of(1),
                    Map.of(),
                    Map.of(1, 1),
                    Collections.emptyList(),
                    Collections.emptySet(),
                    Collections.emptyMap(),
                    Collections.singletonList(1),
                    Collections.singleton(1),
                    Collections.singletonMap(1, 1))
            .<Class<?>>map(Object::getClass)
            .collect(Collectors.toUnmodifiableSet());

    private JdkCollections() {}

    static boolean is(Class<?> type) {
        return KNOWN.contains(type);
    }
}
