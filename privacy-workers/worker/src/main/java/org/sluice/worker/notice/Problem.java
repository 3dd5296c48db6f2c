package org.sluice.worker.notice;

/** Something that a person has to put right; the notice says what. */
public final class Problem extends RuntimeException {

    private final transient Notice notice;

    public Problem(NoticeCode code, Object... details) {
        this(Notice.of(code, details));
    }

    public Problem(Notice notice) {
        super(notice.toString());
        this.notice = notice;
    }

    public Notice notice() {
        return notice;
    }
}
