package org.sluice.worker.data;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.worker.party.Identity;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.WorkerFolder;

/** The data of one worker, empty at first. */
abstract class OneFolder {

    @TempDir
    Path root;

    WorkerFolder folder;
    DataSets sets;

    @BeforeEach
    final void open() {
        folder = worker("one");
        sets = new DataSets(folder);
    }

    final WorkerFolder worker(String name) {
        WorkerFolder made = WorkerFolder.create(root.resolve(name));
        Identity.create(made, new PartyId(name), Instant.EPOCH, new SecureRandom());
        return made;
    }
}
