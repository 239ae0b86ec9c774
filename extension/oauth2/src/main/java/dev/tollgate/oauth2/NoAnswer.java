package dev.tollgate.oauth2;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says why a server gave no answer, and which property to look at. */
final class NoAnswer {

    private static final int MOST_CAUSES = 32;

    private final String place;
    private final String address;

    /**
     * @param place the property that says where the server is
     * @param proxied whether a proxy is asked instead
     */
    NoAnswer(String place, boolean proxied) {
        this.place = place;
        this.address = proxied ? "proxy" : place;
    }

    /** For the end of a message; empty if it is not known. */
    String reason(Throwable thrown) {
        return causes(thrown).stream()
                .flatMap(cause -> one(cause).stream())
                .findFirst()
                .map(words -> ": " + words)
                .orElse("");
    }

    /** Bounded, because causes may go round in circles. */
    private static List<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .sorted((one, other) -> Boolean.compare(isExact(other), isExact(one)))
                .toList();
    }

    /** The JDK's client wraps what says more than itself. */
    private static boolean isExact(Throwable cause) {
        return cause instanceof UnresolvedAddressException
                || cause instanceof UnknownHostException
                || cause instanceof CertificateException;
    }

    private Optional<String> one(Throwable cause) {
        if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
            return Optional.of("its host is unknown (look at " + address + ")");
        }
        if (cause instanceof CertificateException) {
            return Optional.of(certificate(cause));
        }
        if (cause instanceof SSLException) {
            return Optional.of(tls(cause));
        }
        if (cause instanceof HttpConnectTimeoutException) {
            return Optional.of("no connection within connect-timeout (look at " + address + " and connect-timeout)");
        }
        if (cause instanceof HttpTimeoutException) {
            return Optional.of("no answer in time (look at read-timeout and attempt-timeout)");
        }
        if (String.valueOf(cause.getMessage()).startsWith("Tunnel failed")) {
            return Optional.of("the proxy opens no tunnel (look at proxy and " + place + ")");
        }
        return cause instanceof ConnectException || cause instanceof NoRouteToHostException
                ? Optional.of("the connection was refused (look at " + address + ")")
                : Optional.empty();
    }

    private String certificate(Throwable cause) {
        if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
            return "its certificate is not valid now (look at its dates and at the clock of this machine)";
        }
        return words(cause).startsWith("no ") && words(cause).contains("found")
                ? "its certificate is that of another host (look at " + place + ")"
                : "its certificate is not trusted (look at trust-store)";
    }

    private String tls(Throwable cause) {
        String words = words(cause);
        if (words.contains("unsupported or unrecognized ssl message") || words.contains("plaintext connection")) {
            return "it does not speak TLS (look at the https in " + place + ")";
        }
        return words.contains("fatal alert")
                ? "it has refused the TLS connection (look at key-store)"
                : "the TLS connection has failed (look at trust-store and key-store)";
    }

    private static String words(Throwable cause) {
        return String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    }
}
