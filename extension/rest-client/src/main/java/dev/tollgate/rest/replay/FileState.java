package dev.tollgate.rest.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/** What tells that a file has been written to since it was sent. */
record FileState(long size, FileTime modified) {

    private static final FileState MISSING = new FileState(-1, FileTime.fromMillis(0));

    static FileState of(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileState(now.size(), now.lastModifiedTime());
        } catch (IOException e) {
            return MISSING;
        }
    }
}
