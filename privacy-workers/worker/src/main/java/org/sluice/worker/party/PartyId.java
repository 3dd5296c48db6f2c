package org.sluice.worker.party;

import java.util.regex.Pattern;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;

/** A party's name; also the name of its certificate and of the files about it. */
public record PartyId(String name) {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");

    public PartyId {
        if (!SHAPE.matcher(name).matches()) {
            throw new Problem(NoticeCode.PARTY_WRONG, name);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
