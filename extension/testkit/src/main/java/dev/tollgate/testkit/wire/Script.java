package dev.tollgate.testkit.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** Which fault is whose: first the scripted ones in their order, then the last standing one, then none. */
final class Script {

    private final List<Line> next = new ArrayList<>();
    private final List<Line> always = new ArrayList<>();
    private final Queue<Ending> connections = new ArrayDeque<>();

    synchronized void next(String pathPrefix, WireFault fault) {
        next.add(new Line(pathPrefix, fault));
    }

    synchronized void always(String pathPrefix, WireFault fault) {
        always.add(0, new Line(pathPrefix, fault));
    }

    synchronized void nextConnection(Ending ending) {
        connections.add(ending);
    }

    synchronized void clear() {
        next.clear();
        always.clear();
        connections.clear();
    }

    synchronized Optional<Ending> takeConnection() {
        return Optional.ofNullable(connections.poll());
    }

    synchronized WireFault take(String target) {
        for (Iterator<Line> lines = next.iterator(); lines.hasNext(); ) {
            Line line = lines.next();
            if (target.startsWith(line.pathPrefix)) {
                lines.remove();
                return line.fault;
            }
        }
        return always.stream()
                .filter(line -> target.startsWith(line.pathPrefix))
                .map(Line::fault)
                .findFirst()
                .orElseGet(WireFault::none);
    }

    private record Line(String pathPrefix, WireFault fault) {}
}
