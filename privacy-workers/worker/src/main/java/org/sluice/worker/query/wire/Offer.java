package org.sluice.worker.query.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.sluice.protocol.Misbehaviour;

/**
 * A list that a caller may ask, as its owner describes it.
 *
 * @param state {@code READY} or {@code PREPARING}
 * @param version 0 while nothing is ready, as is the number of records
 * @param digest of the publication, lower-case hex; empty while nothing is ready
 */
public record Offer(String list, String state, long version, int records, String digest) {

    public static final String READY = "READY";
    public static final String PREPARING = "PREPARING";

    private static final ObjectMapper JSON = new ObjectMapper();

    public static Offer preparing(ListName list) {
        return new Offer(list.name(), PREPARING, 0, 0, "");
    }

    public static byte[] toBytes(List<Offer> offers) {
        try {
            return JSON.writeValueAsBytes(offers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static List<Offer> read(byte[] content) {
        try {
            List<Offer> offers = JSON.readValue(content, new TypeReference<>() {});
            if (offers.stream().anyMatch(each -> !each.isWhole())) {
                throw new Misbehaviour("A list is described without its name, state or digest");
            }
            return offers;
        } catch (IOException | NullPointerException unreadable) {
            throw new Misbehaviour("What lists there are cannot be read");
        }
    }

    @SuppressWarnings("ConstantValue") // whoever writes JSON may leave out what it likes
    private boolean isWhole() {
        return list != null
                && ListName.read(list).isPresent()
                && (READY.equals(state) || PREPARING.equals(state))
                && digest != null
                && digest.matches("([0-9a-f]{64})?");
    }
}
