package org.sluice.worker.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoticeTest {

    private static final List<String> DETAILS =
            IntStream.range(0, 7).mapToObj(i -> "detail-" + i).toList();

    @ParameterizedTest
    @EnumSource
    void everyCodeSpeaksBothLanguagesWithoutALeftOver(NoticeCode code) {
        Notice notice = new Notice(code, DETAILS);

        assertThat(notice.chinese()).containsPattern("[\\u4e00-\\u9fff]").doesNotContain("{", "''");
        assertThat(notice.english()).doesNotContainPattern("[\\u4e00-\\u9fff]").doesNotContain("{", "''");
    }

    @Test
    void saysBothInOneText() {
        assertThat(Notice.of(NoticeCode.PEER_AWAY, "supplier-a", "host:1").both())
                .isEqualTo("[peer-away] “supplier-a”的节点（host:1）没有应答，任务正在等待对方。 / "
                        + "The worker of \"supplier-a\" does not answer at host:1; the job waits for it.");
    }
}
