package org.sluice.worker.notice;

import java.util.Locale;

/** Everything a worker can have to say; texts in {@code notices_zh.properties} and {@code notices_en.properties}. */
public enum NoticeCode {
    // why a job is not done, now or later
    INPUT_MISSING,
    INPUT_WRONG,
    WRONG_PARTY,
    JOB_OF_OTHERS,
    PEER_UNKNOWN,
    DATA_SET_UNKNOWN,
    DATA_SET_CHANGED,
    DATA_SET_FAULTY,
    DATA_SET_TOO_LONG,
    DATA_SET_TWICE,
    DATA_VALUES_TOO_LARGE,
    DATA_FILE_UNREADABLE,
    DATA_QUERY_SETTING,
    DATA_QUERY_WRONG,
    DATA_SOURCE_AWAY,
    DATA_SOURCE_CLOSED,
    DATA_SOURCE_SLOW,
    TERMS_TOO_WIDE,
    SET_TOO_SMALL,
    SET_TOO_LARGE,
    VALUES_MISSING,
    GROUP_TOO_SMALL,
    PEER_REFUSED,
    PEER_DATA_DIFFERS,
    ENGINE_UNKNOWN,
    ORDER_NOT_SIGNED,
    ORDER_UNREADABLE,
    ORDER_DIFFERS,
    ORDER_NOT_FOR_US,
    ORDER_EXPIRED,
    ORDER_ID_TAKEN,
    METHOD_MISSING,
    JOB_TOO_LARGE,
    JOB_NOT_RUN,
    JOB_PURGED,
    // why a job is not done yet
    PEER_AWAY,
    PEER_NOT_READY,
    PEER_NOT_PROVEN,
    PEER_OUTDATED,
    RUN_BROKE_OFF,
    JOB_IN_HAND,
    MEMORY_TAKEN,
    // what a job does
    MASKS_OWN,
    CHECKS_PEERS,
    // why a job failed
    DEADLINE_PASSED,
    NO_ROOM_IN_TIME,
    BROKE_OFF_TOO_OFTEN,
    BUCKETS_CHANGED,
    PEER_MISBEHAVED,
    KEPT_RESULT_DIFFERS,
    ENGINE_FAILS,
    UNEXPECTED,
    // why a hidden query has no answer
    LIST_FAULTY,
    QUERY_LIST_UNKNOWN,
    QUERY_LIST_NOT_READY,
    QUERY_QUOTA_SPENT,
    QUERY_DIGEST_UNEXPECTED,
    QUERY_DIGEST_CHANGED,
    QUERY_PEER_BUSY,
    QUERY_PEER_AWAY,
    QUERY_PEER_FAILED,
    QUERY_BODY_WRONG,
    QUERY_TOKEN_WRONG,
    QUERY_PATH_UNKNOWN,
    QUERY_METHOD_WRONG,
    METER_UNREADABLE,
    // why a command did not work
    COMMAND_UNKNOWN,
    OPTION_MISSING,
    OPTION_WRONG,
    PARTY_WRONG,
    FOLDER_TAKEN,
    FOLDER_EMPTY,
    FOLDER_IN_USE,
    SETTING_WRONG,
    CERTIFICATE_UNREADABLE,
    CERTIFICATE_OWN,
    KEY_UNREADABLE,
    TRUST_TAKEN,
    ENGINE_KEY_UNREADABLE,
    ENGINE_KEY_TAKEN,
    PORT_TAKEN,
    FILE_TAKEN,
    RECEIPT_MISSING,
    RECEIPT_UNREADABLE,
    RECEIPTS_OF_ONE_PARTY,
    // what a comparison of receipts says
    RECEIPT_SIGNED,
    RECEIPT_ALTERED,
    RECEIPT_OF_STRANGER,
    RECEIPTS_AGREE,
    RECEIPTS_DIFFER;

    /** Whether the same job may work later without a change of its own: it is then not refused for good. */
    public boolean mayPass() {
        return this == DATA_SOURCE_AWAY || this == DATA_SOURCE_CLOSED || this == DATA_SOURCE_SLOW;
    }

    /** As it stands in variables, files and texts: {@code peer-away}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
