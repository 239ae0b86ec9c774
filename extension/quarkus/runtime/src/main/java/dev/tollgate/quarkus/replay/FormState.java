package dev.tollgate.quarkus.replay;

import dev.tollgate.rest.replay.BodyWriting;
import dev.tollgate.rest.replay.KnownBody;
import io.vertx.core.buffer.Buffer;
import java.io.File;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.CRC32C;
import org.jboss.resteasy.reactive.client.impl.multipart.QuarkusMultipartForm;
import org.jboss.resteasy.reactive.client.impl.multipart.QuarkusMultipartFormDataPart;

/** What tells that a file or a buffer in a multipart form has been changed since the form was sent. */
final class FormState {

    private final List<KnownBody> files;
    private final List<Buffer> buffers;
    private final long sum;

    private FormState(List<KnownBody> files, List<Buffer> buffers) {
        this.files = files;
        this.buffers = buffers;
        this.sum = sum(buffers);
    }

    /** {@code form} is sent next. */
    static FormState of(QuarkusMultipartForm form) {
        return new FormState(
                parts(form)
                        .map(QuarkusMultipartFormDataPart::pathname)
                        .filter(Objects::nonNull)
                        .map(path -> KnownBody.of(new File(path), BodyWriting.BUILT_IN, false))
                        .toList(),
                parts(form)
                        .map(QuarkusMultipartFormDataPart::content)
                        .filter(Objects::nonNull)
                        .toList());
    }

    boolean isTheSame() {
        return files.stream().allMatch(KnownBody::isTheSameAgain) && sum(buffers) == sum;
    }

    private static Stream<QuarkusMultipartFormDataPart> parts(QuarkusMultipartForm form) {
        return StreamSupport.stream(form.spliterator(), false).filter(Objects::nonNull); // an object is written later
    }

    private static long sum(List<Buffer> buffers) {
        CRC32C sum = new CRC32C();
        buffers.forEach(buffer -> sum.update(buffer.getBytes()));
        return sum.getValue();
    }
}
