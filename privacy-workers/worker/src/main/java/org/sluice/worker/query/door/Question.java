package org.sluice.worker.query.door;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.Address;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.query.asked.HiddenQueryClient;
import org.sluice.worker.query.asked.Peer;
import org.sluice.worker.query.wire.ListName;
import org.sluice.worker.query.wire.Spelling;

/** The body of a request, field by field; what is wrong with one is said without repeating it. */
record Question(JsonNode body) {

    /** A field that cannot be used. */
    static final class WrongField extends RuntimeException {

        private final String field;
        private final transient Problem problem;

        WrongField(String field, String chinese, String english) {
            super("The field " + field + " is wrong");
            this.field = field;
            this.problem = new Problem(NoticeCode.QUERY_BODY_WRONG, field, chinese, english);
        }

        String field() {
            return field;
        }

        Problem problem() {
            return problem;
        }
    }

    Peer peer() {
        return new Peer(
                field("peer", "不是参与方名称", "it must be the name of a party", Question::party),
                field("address", "须为 主机:端口", "it must look like host:port", Address::parse));
    }

    /** With the exception of the others: a party's own name in it would repeat what was sent. */
    private static PartyId party(String name) {
        try {
            return new PartyId(name);
        } catch (Problem wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    ListName list() {
        return field("list", "不是名单名称", "it must be the name of a list", ListName::new);
    }

    /** Spelled as in lists. */
    List<String> identifiers() {
        JsonNode given = body.path("identifiers");
        if (!given.isArray() || given.isEmpty() || given.size() > HiddenQueryClient.MOST) {
            throw new WrongField("identifiers", "须为 1 至 64 个标识", "it must be a list of 1 to 64 identifiers");
        }
        List<String> identifiers = new ArrayList<>();
        for (JsonNode each : given) {
            String identifier = Spelling.normalised(each.asText());
            if (!each.isTextual() || !Spelling.isOne(identifier)) {
                throw new WrongField(
                        "identifiers[" + identifiers.size() + "]",
                        "须为 1 至 64 字节的文字，且不含控制字符",
                        "it must be a text of 1 to 64 bytes without control characters");
            }
            identifiers.add(identifier);
        }
        return identifiers;
    }

    private <T> T field(String name, String chinese, String english, Function<String, T> read) {
        JsonNode value = body.path(name);
        try {
            if (value.isTextual()) {
                return read.apply(value.asText());
            }
        } catch (IllegalArgumentException wrong) {
            // said below, without what was sent
        }
        throw new WrongField(name, chinese, english);
    }
}
