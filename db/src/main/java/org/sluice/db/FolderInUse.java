package org.sluice.db;

import java.nio.file.Path;

/** Another process, or another part of this one, holds the folder of an embedded database. Nothing was touched. */
public final class FolderInUse extends RuntimeException {

    FolderInUse(Path folder, String owner) {
        super("The database in %s is in use by %s. Stop that one first, or start with another folder."
                .formatted(folder, owner));
    }
}
