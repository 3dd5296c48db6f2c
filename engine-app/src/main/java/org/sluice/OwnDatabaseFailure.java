package org.sluice;

import java.nio.file.Path;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words when a start fails because the embedded database does not start. */
class OwnDatabaseFailure extends AbstractFailureAnalyzer<OwnDatabase.NotStarted> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, OwnDatabase.NotStarted cause) {
        return new FailureAnalysis(description(cause), remedy(cause.home()), failure);
    }

    static String description(Throwable cause) {
        return "Sluice could not start its own PostgreSQL: %s | 内置 PostgreSQL 启动失败。".formatted(cause.getMessage());
    }

    static String remedy(Path home) {
        return "Mend %s, choose another folder with SLUICE_HOME, or name a PostgreSQL with SPRING_DATASOURCE_URL. | 请检查该目录，或用 SLUICE_HOME 另选目录，或用 SPRING_DATASOURCE_URL 指定数据库。"
                .formatted(home);
    }
}
