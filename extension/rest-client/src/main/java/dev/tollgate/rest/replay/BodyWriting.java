package dev.tollgate.rest.replay;

/** How a body becomes bytes. */
public enum BodyWriting {
    /** By what the REST client brings for texts, numbers, bytes, files, forms and JSON-P. */
    BUILT_IN,
    /** Not at all: it is a buffer of the runtime's own, sent as it is. */
    AS_IT_IS,
    /** By a JSON provider, JSON-B or Jackson. */
    JSON,
    /** Somebody else has a hand in it: a writer, an interceptor or a filter of the application, a multipart writer. */
    OTHER
}
