package org.sluice.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sluice.process.privacy.CryptoSuite;
import org.sluice.process.privacy.PrivacyMethod;
import org.sluice.process.privacy.PrivacyOrder;
import org.sluice.process.privacy.PrivacyOrderTopic;
import org.sluice.process.privacy.PrivacyOutput;
import org.sluice.process.privacy.PrivacyRangeTopic;
import org.sluice.process.privacy.PrivacyStep;
import org.sluice.worker.party.Address;
import org.sluice.worker.party.EngineKey;
import org.sluice.worker.party.WorkerFolder;

/** The engine as far as it gives orders: signs them with the platform's own Ed25519. */
final class SigningEngine {

    private final KeyPair keys;

    SigningEngine() {
        try {
            keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Makes workers trust it. */
    void introduce(WorkerFolder... folders) {
        for (WorkerFolder folder : folders) {
            EngineKey.add(folder, publicKey(folder.root()), true);
        }
    }

    Path publicKey(Path where) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(keys.getPublic().getEncoded());
        try {
            return Files.writeString(
                    where.resolve("engine.pub.pem"),
                    "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** An order that a test would have signed. */
    record Wanted(PrivacyOrder order) {

        /** The bank is the learner. */
        static Wanted of(UUID job, Parties parties, PrivacyStep what, PrivacyOutput output) {
            return new Wanted(new PrivacyOrder(
                    UUID.randomUUID(),
                    job,
                    "PRV-2026-00001",
                    what,
                    "MARKETING",
                    PrivacyMethod.ECDH,
                    CryptoSuite.CURVE25519_SHA256,
                    output,
                    Parties.BANK,
                    Parties.set(parties.bank()).handle().toString(),
                    Parties.SUPPLIER,
                    Parties.set(parties.supplier()).handle().toString(),
                    0,
                    100_000,
                    0,
                    "COMPLIANCE",
                    Instant.EPOCH,
                    Instant.now().plus(Duration.ofHours(1))));
        }

        Wanted by(PrivacyMethod method, CryptoSuite suite) {
            return with("method", method).with("suite", suite);
        }

        Wanted between(long least, long greatest) {
            return with("leastSet", least).with("greatestSet", greatest);
        }

        Wanted ofGroups(long least) {
            return new Wanted(PrivacyOrder.read(order.text()
                    .replaceFirst("\napprovedBy=", least > 0 ? "\nleastGroup=" + least + "\napprovedBy=" : "$0")));
        }

        Wanted over(String learnerData, String responderData) {
            return with("learnerData", learnerData).with("responderData", responderData);
        }

        Wanted among(String learner, String responder) {
            return with("learner", learner).with("responder", responder);
        }

        Wanted until(Instant validTo) {
            return with("validTo", validTo.truncatedTo(ChronoUnit.SECONDS));
        }

        private Wanted with(String field, Object value) {
            return new Wanted(
                    PrivacyOrder.read(order.text().replaceAll("(?m)^" + field + "=.*$", field + "=" + value)));
        }

        UUID step() {
            return order.step();
        }

        String learnerData() {
            return order.learnerData();
        }

        String responderData() {
            return order.responderData();
        }
    }

    /** A range of the order's run as a task of this party. */
    Map<String, Object> range(Wanted wanted, String party, int index, int count, Address... peers) {
        Map<String, Object> task = task(wanted, party, peers[0]);
        task.remove(PrivacyOrderTopic.PEER_ADDRESS.name());
        Parties.put(
                task,
                PrivacyRangeTopic.PEER_ADDRESSES,
                Stream.of(peers).map(Address::toString).collect(Collectors.joining(",")));
        Parties.put(task, PrivacyOrderTopic.RANGES, (long) count);
        Parties.put(task, PrivacyRangeTopic.RANGE, (long) index);
        return task;
    }

    /** The order as a task of this party. */
    Map<String, Object> task(Wanted wanted, String party, Address peer) {
        String text = wanted.order().text();
        Map<String, Object> task = new HashMap<>();
        Parties.put(task, PrivacyOrderTopic.STEP, wanted.step());
        Parties.put(task, PrivacyOrderTopic.PARTY, party);
        Parties.put(task, PrivacyOrderTopic.PEER_ADDRESS, peer.toString());
        Parties.put(task, PrivacyOrderTopic.ORDER, text);
        Parties.put(task, PrivacyOrderTopic.SIGNATURE, sign(text));
        Parties.put(task, PrivacyOrderTopic.DEADLINE, Date.from(Instant.now().plus(Duration.ofMinutes(10))));
        return task;
    }
}
