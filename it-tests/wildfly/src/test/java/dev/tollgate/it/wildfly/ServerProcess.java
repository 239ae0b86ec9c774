package dev.tollgate.it.wildfly;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JVM of the server that these tests have started, looked at by the JDK's tools. */
record ServerProcess(long pid) {

    static ServerProcess find() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().arguments().stream()
                        .flatMap(Stream::of)
                        .anyMatch(argument -> argument.equals("-Djboss.home.dir=" + System.getProperty("server.home"))))
                .map(process -> new ServerProcess(process.pid()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no server is running"));
    }

    /** How many copies of a class, each of its own class loader, have objects in the heap after a full collection. */
    long copiesOf(String className) throws IOException, InterruptedException {
        Pattern row = Pattern.compile("\\s*\\d+:\\s+\\d+\\s+\\d+\\s+" + Pattern.quote(className) + "(\\s.*)?");
        return jcmd("GC.class_histogram").stream()
                .filter(line -> row.matcher(line).matches())
                .count();
    }

    /** The names of the threads that begin with {@code prefix}. */
    List<String> threads(String prefix) throws IOException, InterruptedException {
        return jcmd("Thread.print").stream()
                .filter(line -> line.startsWith("\"" + prefix))
                .toList();
    }

    private List<String> jcmd(String command) throws IOException, InterruptedException {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(tool.toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        List<String> lines = process.inputReader().lines().toList();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + ": " + lines);
        }
        return lines;
    }
}
