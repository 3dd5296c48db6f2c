package org.sluice.worker.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.worker.notice.Problem;

class WorkerFolderTest {

    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

    @TempDir
    Path root;

    @Test
    void keepsWhatItHoldsFromOthers() throws IOException {
        WorkerFolder folder = worker("bank");

        for (Path each : new Path[] {folder.key(), folder.versionSalt(), folder.settings(), folder.jobs()}) {
            assertThat(Files.getPosixFilePermissions(each))
                    .allMatch(permission -> permission.name().startsWith("OWNER"));
        }
        assertThat(Files.getPosixFilePermissions(folder.key())).doesNotContain(PosixFilePermission.OWNER_EXECUTE);
    }

    @Test
    void belongsToOneWorkerForGood() {
        worker("bank");

        assertThatThrownBy(() -> WorkerFolder.create(root.resolve("bank")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("folder-taken");
        assertThatThrownBy(() -> WorkerFolder.of(root.resolve("nobody"))).hasMessageContaining("folder-empty");
    }

    @Test
    void remembersWhoItIs() {
        WorkerFolder folder = worker("bank");
        Identity identity = Identity.read(folder);

        assertThat(identity.party()).isEqualTo(new PartyId("bank"));
        assertThat(identity.certificate().getNotAfter()).isAfter(java.util.Date.from(NOW));
        assertThat(identity.toString()).isEqualTo("Identity of bank");
    }

    @Test
    void trustsWhatItIsGivenAndNothingElse() {
        WorkerFolder bank = worker("bank");
        WorkerFolder supplier = worker("supplier-a");
        Trust trust = new Trust(bank);
        var certificate = Certificates.read(supplier.certificate());
        assertThat(trust.ownerOf(certificate)).isEmpty();

        assertThat(trust.add(supplier.certificate(), false)).isEqualTo(new PartyId("supplier-a"));

        assertThat(trust.of(new PartyId("supplier-a"))).contains(certificate);
        assertThat(trust.ownerOf(certificate)).contains(new PartyId("supplier-a"));
        assertThat(trust.ownerOf(Certificates.read(bank.certificate()))).isEqualTo(Optional.empty());
    }

    @Test
    void changesATrustedCertificateOnlyWhenToldTo() {
        WorkerFolder bank = worker("bank");
        Trust trust = new Trust(bank);
        trust.add(worker("supplier-a").certificate(), false);
        WorkerFolder renewed = WorkerFolder.create(root.resolve("renewed"));
        Identity.create(renewed, new PartyId("supplier-a"), NOW, new SecureRandom());

        assertThatThrownBy(() -> trust.add(renewed.certificate(), false)).hasMessageContaining("trust-taken");
        trust.add(renewed.certificate(), true);

        assertThat(trust.of(new PartyId("supplier-a"))).contains(Certificates.read(renewed.certificate()));
        assertThatThrownBy(() -> trust.add(bank.certificate(), false)).hasMessageContaining("certificate-own");
        assertThatThrownBy(() -> trust.add(bank.settings(), false)).hasMessageContaining("certificate-unreadable");
    }

    @ParameterizedTest
    @CsvSource({
        "listen, nowhere, it must look like host:port",
        "listen, host:70000, a port is a number up to 65535",
        "engine.url, engine, it must look like http",
        "engine.lock, 0, it must be a number from 1 to 86400",
        "jobs.slots, many, it must be a number from 1 to 64",
        "peer.pause, 60, it must be shorter than peer.window"
    })
    void namesTheSettingThatIsWrongAndWhatWouldBeRight(String key, String value, String remedy) throws IOException {
        WorkerFolder folder = worker("bank");
        assertThat(Settings.read(folder).leastSet()).isEqualTo(100);
        Files.writeString(
                folder.settings(),
                Files.readString(folder.settings()).replaceAll("(?m)^" + key + "=.*$", key + "=" + value));

        assertThatThrownBy(() -> Settings.read(folder))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("\"" + key + "\"")
                .hasMessageContaining("\"" + value + "\"")
                .hasMessageContaining(remedy);
    }

    @ParameterizedTest
    @CsvSource({"Bank", "b", "-bank", "bank/../x", "银行"})
    void refusesNamesThatWouldNotDoForAFile(String name) {
        assertThatThrownBy(() -> new PartyId(name)).hasMessageContaining("party-wrong");
    }

    private WorkerFolder worker(String party) {
        WorkerFolder folder = WorkerFolder.create(root.resolve(party));
        Settings.writeTemplate(folder, "http://localhost:8080/engine-rest", "127.0.0.1:0");
        Identity.create(folder, new PartyId(party), NOW, new SecureRandom());
        return folder;
    }
}
