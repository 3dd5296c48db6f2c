package org.sluice.worker.orders;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sluice.process.privacy.PrivacyOrder;
import org.sluice.process.privacy.PrivacyOrderTopic;
import org.sluice.protocol.psi.Hashing;
import org.sluice.worker.data.DataHandle;
import org.sluice.worker.jobs.Appointment;
import org.sluice.worker.jobs.Role;
import org.sluice.worker.jobs.TaskReader;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.Address;
import org.sluice.worker.party.EngineKey;
import org.sluice.worker.party.PartyId;

/**
 * One party's task to carry out a step, with an order that the engine has signed.
 *
 * @param hash SHA-256 of the order's text, in lower-case hex
 */
record OrderTask(
        PrivacyOrder order,
        String hash,
        PartyId own,
        PartyId peer,
        Role role,
        DataHandle data,
        DataHandle peersData,
        Address peerAddress,
        Instant deadline) {

    /** @throws Problem naming what is missing, or why the order is none for this party */
    static OrderTask read(Map<String, Object> variables, Optional<EngineKey> engine) {
        TaskReader task = new TaskReader(variables);
        String text = task.value(PrivacyOrderTopic.ORDER, Function.identity());
        PrivacyOrder order = signed(text, variables.get(PrivacyOrderTopic.SIGNATURE.name()), engine);
        PartyId own = task.value(PrivacyOrderTopic.PARTY, TaskReader::party);
        UUID step = task.value(PrivacyOrderTopic.STEP, Function.identity());
        if (!step.equals(order.step())) {
            throw new Problem(NoticeCode.ORDER_DIFFERS, PrivacyOrderTopic.STEP.name());
        }
        Role role = role(order, own);
        boolean learns = role == Role.LEARNER;
        try {
            return new OrderTask(
                    order,
                    hash(text),
                    own,
                    new PartyId(learns ? order.responder() : order.learner()),
                    role,
                    DataHandle.parse(learns ? order.learnerData() : order.responderData()),
                    DataHandle.parse(learns ? order.responderData() : order.learnerData()),
                    task.value(PrivacyOrderTopic.PEER_ADDRESS, Address::parse),
                    task.value(PrivacyOrderTopic.DEADLINE, date -> date.toInstant()));
        } catch (IllegalArgumentException wrong) {
            throw new Problem(NoticeCode.ORDER_UNREADABLE, String.valueOf(wrong.getMessage()));
        }
    }

    /** Nothing of the text is looked at before the signature is found to be right. */
    private static PrivacyOrder signed(String text, @Nullable Object signature, Optional<EngineKey> engine) {
        EngineKey key = engine.orElseThrow(() -> new Problem(NoticeCode.ENGINE_UNKNOWN));
        if (!(signature instanceof String base64) || !key.hasSigned(text, decoded(base64))) {
            throw new Problem(NoticeCode.ORDER_NOT_SIGNED);
        }
        try {
            return PrivacyOrder.read(text);
        } catch (IllegalArgumentException unreadable) {
            throw new Problem(NoticeCode.ORDER_UNREADABLE, String.valueOf(unreadable.getMessage()));
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException none) {
            throw new Problem(NoticeCode.ORDER_NOT_SIGNED);
        }
    }

    private static Role role(PrivacyOrder order, PartyId own) {
        boolean learns = own.name().equals(order.learner());
        boolean responds = own.name().equals(order.responder());
        if (learns == responds) {
            throw new Problem(NoticeCode.ORDER_NOT_FOR_US, order.learner(), order.responder(), own);
        }
        return learns ? Role.LEARNER : Role.RESPONDER;
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(Hashing.SHA_256.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    UUID step() {
        return order.step();
    }

    UUID job() {
        return order.job();
    }

    /** A run is bound to the whole order: it fails where the other side holds another. */
    Appointment appointment() {
        return new Appointment(
                step(), job(), "sluice/privacy-order/v1", hash, own, peer, peerAddress, data, role, deadline);
    }
}
