package dev.tollgate.it.benchmark.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

/** Virtual threads where the JDK has them (from 21), though this is compiled for one that has not. */
final class VirtualThreads {

    private static final String PINNED = "jdk.VirtualThreadPinned";

    private VirtualThreads() {}

    /** Empty before JDK 21. */
    static Optional<ThreadFactory> factory() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Method factory = Class.forName("java.lang.Thread$Builder").getMethod("factory");
            return Optional.of((ThreadFactory) factory.invoke(builder));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    /** How often a virtual thread held on to its carrier while {@code work} ran. */
    static long pinned(Work work) throws Exception {
        Path dump = Files.createTempFile("pinned", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable(PINNED).withThreshold(Duration.ZERO);
            recording.start();
            work.run();
            recording.stop();
            recording.dump(dump);
            return RecordingFile.readAllEvents(dump).stream()
                    .filter(event -> event.getEventType().getName().equals(PINNED))
                    .count();
        } finally {
            delete(dump);
        }
    }

    private static void delete(Path dump) {
        try {
            Files.delete(dump);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    interface Work {
        void run() throws Exception;
    }
}
