package org.sluice.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.privacy.PrivacyJob.Choice;
import org.sluice.privacy.PrivacyJob.Side;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.sluice.process.Page;
import org.sluice.process.PersonId;
import org.sluice.process.UnitCode;
import org.sluice.process.access.Purpose;
import org.sluice.process.privacy.CryptoSuite;
import org.sluice.process.privacy.PrivacyJobForm;
import org.sluice.process.privacy.PrivacyJobState;
import org.sluice.process.privacy.PrivacyMethod;
import org.sluice.process.privacy.PrivacyOutput;
import org.sluice.shared.CaseNumbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of privacy jobs. */
@Component
class PrivacyJobStore {

    /**
     * A job that has run before.
     *
     * @param dataSet the bank's, {@code name@version}
     */
    record Run(String dataSet, long rows, Instant ranAt) {}

    private static final String JOB = """
            select j.*, u.name_zh as unit_zh, u.name_en as unit_en, b.name_zh as bank_zh, b.name_en as bank_en,
                   p.name_zh as partner_zh, p.name_en as partner_en
            from sluice.privacy_job j join sluice.org_unit u on u.code = j.org_unit
            join sluice.party b on b.code = j.bank_party join sluice.party p on p.code = j.partner_party
            """;

    private static final String FILTER = """
            where (:text::text is null or lower(j.number || ' ' || p.name_zh || ' ' || p.name_en || ' ' || j.bank_data_set
                       || ' ' || j.partner_data_set) like '%' || :text || '%')
              and (:state::text is null or j.state = :state)
              and (:all or j.org_unit = any(:units))
            """;

    private final JdbcClient jdbc;
    private final CaseNumbers numbers;
    private final Clock clock;

    PrivacyJobStore(JdbcClient jdbc, CaseNumbers numbers, Clock clock) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.clock = clock;
    }

    String nextNumber() {
        return numbers.next("PRV", "sluice.privacy_job_number");
    }

    void insert(CaseId caseId, String number, PrivacyJobForm form, Side bank, Side partner, PersonId by) {
        jdbc.sql("""
                        insert into sluice.privacy_job (case_id, number, job, state, org_unit, purpose, bank_party, partner_party,
                            bank_data_set, partner_data_set, bank_rows, partner_rows, output, forced_method, forced_suite,
                            keep_days, reason, created_by, requested_at)
                        values (?, ?, ?, 'REQUESTED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        caseId.value(),
                        number,
                        UUID.randomUUID(),
                        form.unitCode(),
                        name(form.purpose()),
                        bank.party(),
                        partner.party(),
                        bank.dataSet(),
                        partner.dataSet(),
                        bank.rows(),
                        partner.rows(),
                        name(form.output()),
                        name(form.method()),
                        name(form.suite()),
                        form.keepDays(),
                        form.reason(),
                        by.value(),
                        now())
                .update();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    Optional<PrivacyJob> find(CaseId caseId) {
        return jdbc.sql(JOB + "where j.case_id = ?")
                .param(caseId.value())
                .query(PrivacyJobStore::job)
                .optional();
    }

    /** @throws NotFound when the case is no privacy job */
    PrivacyJob get(CaseId caseId) {
        return find(caseId).orElseThrow(() -> new NotFound("privacyJob", caseId.toString()));
    }

    /** Those that are open first, then newest first. */
    Page<PrivacyJob> page(
            @Nullable String text,
            @Nullable PrivacyJobState state,
            @Nullable Set<UnitCode> units,
            int offset,
            int limit) {
        var codes = units == null
                ? new String[0]
                : units.stream().map(UnitCode::value).toArray(String[]::new);
        var words = text == null || text.isBlank() ? null : text.strip().toLowerCase(Locale.ROOT);
        var found = jdbc.sql(JOB + FILTER
                        + " order by j.ended_at is not null, j.requested_at desc, j.number limit :limit offset :offset")
                .param("text", words)
                .param("state", name(state))
                .param("all", units == null)
                .param("units", codes)
                .param("limit", limit)
                .param("offset", offset)
                .query(PrivacyJobStore::job)
                .list();
        long all = jdbc.sql("select count(*) from (" + JOB + FILTER + ") as found")
                .param("text", words)
                .param("state", name(state))
                .param("all", units == null)
                .param("units", codes)
                .query(Long.class)
                .single();
        return new Page<>(all, found);
    }

    void choose(CaseId caseId, Choice choice) {
        jdbc.sql("update sluice.privacy_job set method = ?, suite = ? where case_id = ?")
                .params(choice.method().name(), choice.suite().name(), caseId.value())
                .update();
    }

    /** Also takes back what went wrong before, if nothing is wrong now. */
    void state(CaseId caseId, PrivacyJobState state, @Nullable LocalText trouble) {
        jdbc.sql("""
                        update sluice.privacy_job set state = ?, trouble_zh = ?, trouble_en = ?, ended_at = ? where case_id = ?
                        """)
                .params(
                        state.name(),
                        trouble == null ? null : trouble.zh(),
                        trouble == null ? null : trouble.en(),
                        state.isEnd() ? now() : null,
                        caseId.value())
                .update();
    }

    void step(CaseId caseId, UUID step) {
        jdbc.sql("update sluice.privacy_job set step = ? where case_id = ?")
                .params(step, caseId.value())
                .update();
    }

    void ending(CaseId caseId, PrivacyJobState ending) {
        jdbc.sql("update sluice.privacy_job set ending = ? where case_id = ?")
                .params(ending.name(), caseId.value())
                .update();
    }

    /** @param agree null where a party has signed nothing */
    void ran(CaseId caseId, @Nullable Boolean agree) {
        jdbc.sql("update sluice.privacy_job set receipts_agree = ?, ran_at = ? where case_id = ?")
                .params(agree, now(), caseId.value())
                .update();
    }

    void released(CaseId caseId, Instant purgeAt) {
        jdbc.sql("update sluice.privacy_job set released_at = ?, purge_at = ? where case_id = ?")
                .params(now(), purgeAt.atOffset(ZoneOffset.UTC), caseId.value())
                .update();
    }

    /** Runs of other jobs between these two parties since then, also those under way and those that nobody released. */
    List<Run> runsWith(PrivacyJob job, Instant since) {
        return jdbc.sql("""
                        select bank_data_set, bank_rows, ran from (
                            select j.*, coalesce(j.ran_at, (select max(o.ordered_at) from sluice.privacy_order o
                                                            where o.case_id = j.case_id and o.what = 'RUN')) as ran
                            from sluice.privacy_job j) as jobs
                        where case_id <> ? and bank_party = ? and partner_party = ? and ran >= ? order by ran
                        """)
                .params(job.caseId().value(), job.bank().party(), job.partner().party(), since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Run(
                        row.getString("bank_data_set"),
                        row.getLong("bank_rows"),
                        row.getObject("ran", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Of the party that is a supplier; empty for any other. */
    Optional<UUID> supplierOf(String party) {
        return jdbc.sql("select supplier from sluice.party where code = ? and supplier is not null")
                .param(party)
                .query(UUID.class)
                .optional();
    }

    private static PrivacyJob job(ResultSet row, int n) throws SQLException {
        var method = row.getString("method");
        var forcedMethod = row.getString("forced_method");
        var forcedSuite = row.getString("forced_suite");
        var ending = row.getString("ending");
        var trouble = row.getString("trouble_zh");
        return new PrivacyJob(
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("number"),
                row.getObject("job", UUID.class),
                PrivacyJobState.valueOf(row.getString("state")),
                new UnitCode(row.getString("org_unit")),
                words(row, "unit"),
                Purpose.valueOf(row.getString("purpose")),
                side(row, "bank"),
                side(row, "partner"),
                PrivacyOutput.valueOf(row.getString("output")),
                forcedMethod == null ? null : PrivacyMethod.valueOf(forcedMethod),
                forcedSuite == null ? null : CryptoSuite.valueOf(forcedSuite),
                method == null
                        ? null
                        : new Choice(PrivacyMethod.valueOf(method), CryptoSuite.valueOf(row.getString("suite"))),
                row.getInt("keep_days"),
                row.getString("reason"),
                row.getObject("step", UUID.class),
                ending == null ? null : PrivacyJobState.valueOf(ending),
                row.getObject("receipts_agree", Boolean.class),
                trouble == null ? null : new LocalText(trouble, row.getString("trouble_en")),
                instantOrNull(row, "purge_at"),
                new PersonId(row.getObject("created_by", UUID.class)),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                instantOrNull(row, "ended_at"));
    }

    private static Side side(ResultSet row, String which) throws SQLException {
        return new Side(
                row.getString(which + "_party"),
                words(row, which),
                row.getString(which + "_data_set"),
                row.getLong(which + "_rows"));
    }

    private static LocalText words(ResultSet row, String which) throws SQLException {
        return new LocalText(row.getString(which + "_zh"), row.getString(which + "_en"));
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
