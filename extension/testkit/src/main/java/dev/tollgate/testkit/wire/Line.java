package dev.tollgate.testkit.wire;

import dev.tollgate.testkit.wire.WireFault.Answered;
import dev.tollgate.testkit.wire.WireFault.Cut;
import dev.tollgate.testkit.wire.WireFault.Undelivered;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One connection of a client, on which requests come one after the other. Each is delivered on a connection to the server
 * of its own, so that none of those is ever idle and closed by the server at the wrong time.
 */
final class Line implements AutoCloseable {

    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Socket client;
    private final InetSocketAddress address;
    private final Script script;
    private final Traffic traffic;
    /** Set before an answer is passed on: whoever has read it finds this connection idle. */
    private volatile boolean idle;

    private volatile Socket server = new Socket();

    Line(Socket client, InetSocketAddress address, Script script, Traffic traffic) {
        this.client = client;
        this.address = address;
        this.script = script;
        this.traffic = traffic;
    }

    /** Until either side has had enough. */
    void serve(Optional<Ending> atOnce) {
        try (this) {
            if (atOnce.isPresent()) {
                end(atOnce.get());
            } else {
                serveRequests();
            }
        } catch (IOException e) {
            // the client or the server has gone, and the other one learns of it by the closing of its connection
        }
    }

    private void serveRequests() throws IOException {
        client.setTcpNoDelay(true);
        InputStream fromClient = new BufferedInputStream(client.getInputStream());
        boolean goesOn = true;
        for (boolean reused = false; goesOn; reused = true) {
            Optional<Head> head = Head.read(fromClient);
            idle = false;
            if (head.isEmpty()) {
                return;
            }
            traffic.arrived(head.get(), reused);
            goesOn = pass(head.get(), body(head.get(), fromClient));
        }
    }

    private byte[] body(Head head, InputStream fromClient) throws IOException {
        if (head.says("Expect", "100-continue")) {
            client.getOutputStream().write(CONTINUE);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Body.copyOfRequest(head, fromClient, body);
        return body.toByteArray();
    }

    /** Whether the connection is good for another request. */
    private boolean pass(Head request, byte[] body) throws IOException {
        WireFault fault = script.take(request.secondWord());
        if (fault instanceof Undelivered undelivered) {
            end(undelivered.ending());
            return false;
        }
        if (fault instanceof Answered instead) {
            answer(instead.status());
            return !request.says("Connection", "close");
        }
        try {
            return deliver(request, body, fault);
        } catch (FaultyStream.CutOff cutOff) {
            end(((Cut) fault).ending());
            return false;
        }
    }

    private void answer(int status) throws IOException {
        idle = true;
        String page = "<html><body>the gateway has no server</body></html>";
        client.getOutputStream()
                .write(("HTTP/1.1 " + status + " Gateway\r\nContent-Type: text/html\r\nContent-Length: " + page.length()
                                + "\r\n\r\n" + page)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private boolean deliver(Head request, byte[] body, WireFault fault) throws IOException {
        try (Socket connection = new Socket()) {
            server = connection;
            connection.connect(address);
            connection.setTcpNoDelay(true);
            connection.getOutputStream().write(request.bytes());
            connection.getOutputStream().write(body);
            traffic.delivered(request);
            return answer(request, new BufferedInputStream(connection.getInputStream()), fault);
        }
    }

    private boolean answer(Head request, InputStream fromServer, WireFault fault) throws IOException {
        Head answer = finalAnswer(fromServer);
        idle = true;
        FaultyStream.head(fault, client.getOutputStream()).write(answer.bytes());
        if (!request.firstLine().startsWith("HEAD ") && !Body.hasNone(answer)) {
            Body.copyOfAnswer(
                    answer, fromServer, FaultyStream.body(afterHead(fault, answer), client.getOutputStream()));
        }
        return Body.isDelimited(answer) && !answer.says("Connection", "close") && !request.says("Connection", "close");
    }

    private static WireFault afterHead(WireFault fault, Head answer) {
        return fault instanceof Cut cut ? new Cut(cut.bytes() - answer.bytes().length, cut.ending()) : fault;
    }

    private static Head finalAnswer(InputStream fromServer) throws IOException {
        Head answer;
        do {
            answer = Head.read(fromServer).orElseThrow(() -> new IOException("the server has hung up"));
        } while (answer.secondWord().startsWith("1"));
        return answer;
    }

    private void end(Ending ending) throws IOException {
        switch (ending) {
            case CLOSE -> client.close();
            case RESET -> reset();
            case SILENCE -> client.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
    }

    private void reset() throws IOException {
        client.setSoLinger(true, 0);
        client.close();
    }

    void closeIfIdle() throws IOException {
        if (idle) {
            client.close();
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
    }
}
