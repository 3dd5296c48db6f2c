package org.sluice.worker.buckets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies on the disk opens with its key and label alone. */
class VaultTest {

    private static final byte[] CONTENT = "positions 3, 7 and 9".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private Vault vault;

    @BeforeEach
    void open() {
        vault = Vault.of(folder.resolve("results.key"), new SecureRandom());
    }

    @Test
    void giveBackWhatWasSealedAlsoAfterARestart() {
        byte[] sealed = vault.seal("job/0", CONTENT);

        assertThat(vault.open("job/0", sealed)).isEqualTo(CONTENT);
        assertThat(Vault.of(folder.resolve("results.key"), new SecureRandom()).open("job/0", sealed))
                .isEqualTo(CONTENT);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("positions");
        assertThat(vault.seal("job/0", CONTENT)).isNotEqualTo(sealed);
    }

    @Test
    void openNothingThatWasChangedMovedOrCut() {
        byte[] sealed = vault.seal("job/0", CONTENT);
        byte[] changed = sealed.clone();
        changed[20] ^= 1;

        assertThatThrownBy(() -> vault.open("job/0", changed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault.open("job/1", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault.open("job/0", new byte[3])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void openNothingOnceTheKeyIsGone() throws Exception {
        byte[] sealed = vault.seal("job/0", CONTENT);
        Files.delete(folder.resolve("results.key"));

        Vault another = Vault.of(folder.resolve("results.key"), new SecureRandom());

        assertThatThrownBy(() -> another.open("job/0", sealed)).isInstanceOf(IllegalStateException.class);
    }
}
