package dev.tollgate.it.scenarios;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Passes requests on as they are, and answers with another {@code Date}, which the JDK's server lets nobody set. */
final class DateProxy {

    private static final String DATE = "date:";
    private static final String LENGTH = "content-length:";

    private final URI target;
    private final ServerSocket listener;
    private volatile Duration offset = Duration.ZERO;

    private DateProxy(URI target, ServerSocket listener) {
        this.target = target;
        this.listener = listener;
    }

    static DateProxy to(URI target) {
        try {
            ServerSocket listener = new ServerSocket(0, 0, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
            DateProxy proxy = new DateProxy(target, listener);
            start(proxy::listen);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String uri() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    void shiftDatesBy(Duration by) {
        offset = by;
    }

    private void listen() throws IOException {
        while (true) {
            Socket client = listener.accept();
            Socket server = new Socket(target.getHost(), target.getPort());
            start(() -> {
                try (client;
                        server) {
                    client.getInputStream().transferTo(server.getOutputStream());
                }
            });
            start(() -> {
                try (client;
                        server) {
                    answers(new BufferedInputStream(server.getInputStream()), client.getOutputStream());
                }
            });
        }
    }

    private void answers(InputStream from, OutputStream to) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        int length = 0;
        for (String line = line(from); !line.isEmpty(); line = line(from)) {
            answer.writeBytes(shifted(line).getBytes(ISO_8859_1));
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith(LENGTH)) {
                length = Integer.parseInt(lower.substring(LENGTH.length()).trim());
            } else if (line.isBlank()) {
                answer.writeBytes(from.readNBytes(length));
                to.write(answer.toByteArray());
                answer.reset();
                length = 0;
            }
        }
    }

    private String shifted(String line) {
        if (!line.toLowerCase(Locale.ROOT).startsWith(DATE)) {
            return line;
        }
        DateTimeFormatter format = DateTimeFormatter.RFC_1123_DATE_TIME;
        ZonedDateTime date = ZonedDateTime.parse(line.substring(DATE.length()).trim(), format);
        return "Date: " + format.format(date.plus(offset)) + "\r\n";
    }

    /** With its end; empty at the end of the connection. */
    private static String line(InputStream from) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = from.read(); read >= 0; read = from.read()) {
            line.append((char) read);
            if (read == '\n') {
                break;
            }
        }
        return line.toString();
    }

    private static void start(Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException e) {
                        // one side has closed the connection, and with it the other one
                    }
                },
                "date-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private interface Task {
        void run() throws IOException;
    }
}
