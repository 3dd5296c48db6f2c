package org.sluice;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words when a start fails because the database named from outside can't be used. */
class DatabaseFailure extends AbstractFailureAnalyzer<SQLException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
        var what = what(cause.getSQLState());
        return what == null
                ? null
                : new FailureAnalysis(
                        "The database %s: %s | 数据库无法使用。".formatted(what, cause.getMessage()),
                        "Check SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD; leave all three out to start with the embedded PostgreSQL. | 请检查这三个变量；三个都不设置则使用内置 PostgreSQL。",
                        failure);
    }

    private static @Nullable String what(@Nullable String state) {
        if (state == null) {
            return null;
        }
        if (state.startsWith("08")) {
            return "does not answer";
        }
        if (state.startsWith("28")) {
            return "refuses the user";
        }
        if (state.startsWith("3D")) {
            return "does not exist";
        }
        return state.startsWith("42501") ? "does not give the user enough rights" : null;
    }
}
