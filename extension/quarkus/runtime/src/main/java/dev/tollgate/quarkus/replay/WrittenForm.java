package dev.tollgate.quarkus.replay;

import org.jboss.resteasy.reactive.client.impl.multipart.QuarkusMultipartForm;

/**
 * A multipart form that has been sent: an object in one of its parts, a stream for instance, is now the bytes that were
 * written of it. The client would write it once more.
 */
final class WrittenForm extends QuarkusMultipartForm {

    WrittenForm(QuarkusMultipartForm sent) {
        setCharset(sent.getCharset());
        sent.forEach(parts::add);
    }
}
