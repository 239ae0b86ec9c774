package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.TokenRealm;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;

/** Bytes up and down. */
@TokenRealm("shop")
@Path("bytes")
@Consumes(MediaType.APPLICATION_OCTET_STREAM)
@Produces(MediaType.APPLICATION_OCTET_STREAM)
public interface BinaryClient {

    @PUT
    byte[] bytes(byte[] content);

    @PUT
    CompletionStage<byte[]> bytesLater(byte[] content);

    @PUT
    InputStream stream(InputStream content);

    @PUT
    CompletionStage<InputStream> streamLater(InputStream content);

    @PUT
    File file(File content);

    @PUT
    Response answer(File content);
}
