package org.sluice.worker.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** A text about a file that changes when the file does, without a look into it. */
public final class FileMark {

    private FileMark() {}

    /** The name alone where there is no such file. */
    public static String of(String name, Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return name + " " + attributes.size() + " " + attributes.lastModifiedTime() + " " + attributes.fileKey();
        } catch (IOException goneMeanwhile) {
            return name;
        }
    }
}
