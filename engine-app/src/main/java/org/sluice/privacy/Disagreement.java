package org.sluice.privacy;

import java.util.Optional;
import org.sluice.process.LocalText;

/** Why two parties' answers are no result. */
public enum Disagreement {
    NUMBERS_IMPOSSIBLE(
            "至少一方上报的数字不可能成立，结果不予采用。", "At least one side reports numbers that no two sets have; they are no result."),
    TRANSCRIPTS_DIFFER("双方的通信记录摘要不同，结果不予采用。", "The two sides' transcripts differ; their numbers are no result."),
    SIZES_DIFFER("双方上报的集合规模不一致，结果不予采用。", "The two sides report different sizes; their numbers are no result."),
    MATCHES_DIFFER("双方上报的匹配数不一致，结果不予采用。", "The two sides report different numbers of matches; they are no result.");

    private final String zh;
    private final String en;

    Disagreement(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public LocalText words() {
        return new LocalText(zh, en);
    }

    /** Empty when the answers agree. */
    static Optional<Disagreement> between(Figures one, Figures other) {
        if (!one.isPlausible() || !other.isPlausible()) {
            return Optional.of(NUMBERS_IMPOSSIBLE);
        }
        if (!one.transcriptHash().equals(other.transcriptHash())) {
            return Optional.of(TRANSCRIPTS_DIFFER);
        }
        if (one.ownSize() != other.peerSize() || one.peerSize() != other.ownSize()) {
            return Optional.of(SIZES_DIFFER);
        }
        return one.matched() == other.matched() ? Optional.empty() : Optional.of(MATCHES_DIFFER);
    }
}
