package org.sluice.worker.query.wire;

import java.util.Arrays;
import org.sluice.protocol.Misbehaviour;
import org.sluice.worker.notice.NoticeCode;

/** Why a supplier's worker does not answer; each has a byte on the line. */
public enum Refusal {
    /** There is no such list, or it is not for this caller: a stranger cannot tell which. */
    UNKNOWN(1, NoticeCode.QUERY_LIST_UNKNOWN),
    NOT_READY(2, NoticeCode.QUERY_LIST_NOT_READY),
    SPENT(3, NoticeCode.QUERY_QUOTA_SPENT),
    BUSY(4, NoticeCode.QUERY_PEER_BUSY),
    FAILED(5, NoticeCode.QUERY_PEER_FAILED);

    private final byte code;
    private final NoticeCode notice;

    Refusal(int code, NoticeCode notice) {
        this.code = (byte) code;
        this.notice = notice;
    }

    /** What the asking side says about it; its details are the peer and the list. */
    public NoticeCode notice() {
        return notice;
    }

    public byte[] toBytes() {
        return new byte[] {code};
    }

    public static Refusal of(byte[] content) {
        return Arrays.stream(values())
                .filter(each -> Arrays.equals(each.toBytes(), content))
                .findFirst()
                .orElseThrow(() -> new Misbehaviour("A refusal gives no known reason"));
    }
}
