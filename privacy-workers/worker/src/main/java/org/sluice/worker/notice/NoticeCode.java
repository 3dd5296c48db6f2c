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
    TERMS_TOO_WIDE,
    SET_TOO_SMALL,
    SET_TOO_LARGE,
    PEER_REFUSED,
    // why a job is not done yet
    PEER_AWAY,
    PEER_NOT_READY,
    PEER_NOT_PROVEN,
    RUN_BROKE_OFF,
    JOB_IN_HAND,
    // what a job does
    MASKS_OWN,
    CHECKS_PEERS,
    // why a job failed
    DEADLINE_PASSED,
    BROKE_OFF_TOO_OFTEN,
    PEER_MISBEHAVED,
    KEPT_RESULT_DIFFERS,
    ENGINE_FAILS,
    UNEXPECTED,
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
    TRUST_TAKEN,
    PORT_TAKEN,
    FILE_TAKEN;

    /** As it stands in variables, files and texts: {@code peer-away}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
