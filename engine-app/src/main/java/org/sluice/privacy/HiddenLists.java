package org.sluice.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.Page;
import org.sluice.process.PersonId;
import org.sluice.process.UnitCode;
import org.sluice.process.access.Purpose;
import org.sluice.ui.privacy.HiddenQueryDesk.Asked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of suppliers' lists, and of how often they were asked. */
@Component
class HiddenLists {

    /**
     * A list that can be asked.
     *
     * @param product a grant on it lets a unit ask
     * @param subjectType whom the product is about
     */
    record HiddenList(
            UUID id,
            String party,
            LocalText supplier,
            String name,
            String address,
            UUID product,
            LocalText productName,
            String subjectType,
            boolean creditInformation) {}

    private static final String LISTS = """
            select l.*, p.name_zh as party_zh, p.name_en as party_en, d.name_zh as product_zh, d.name_en as product_en,
                   d.subject_type
            from sluice.hidden_list l join sluice.party p on p.code = l.party
            join sluice.worker_party w on w.party = l.party join sluice.data_product d on d.id = l.product
            where w.enabled
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    HiddenLists(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By supplier and name. */
    List<HiddenList> all() {
        return jdbc.sql(LISTS + " order by l.party, l.name")
                .query(HiddenLists::list)
                .list();
    }

    Optional<HiddenList> find(@Nullable String id) {
        return all().stream().filter(list -> list.id().toString().equals(id)).findFirst();
    }

    /** Where the house asks the bank's worker; empty where it has no door. */
    Optional<String> door() {
        return jdbc.sql("""
                        select w.query_door from sluice.party p join sluice.worker_party w on w.party = p.code
                        where p.kind = 'BANK' and w.enabled and w.query_door is not null
                        """).query(String.class).optional();
    }

    /** Notes that somebody asks, before anybody answers. */
    long asked(HiddenList list, UnitCode unit, Purpose purpose, PersonId person, int identifiers) {
        return jdbc.sql("""
                        insert into sluice.hidden_query (list, org_unit, purpose, person, asked_at, identifiers)
                        values (?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        list.id(),
                        unit.value(),
                        purpose.name(),
                        person.value(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        identifiers)
                .query(Long.class)
                .single();
    }

    void answered(long question, QueryDoor.Answered answered) {
        jdbc.sql("""
                        update sluice.hidden_query set evaluations = ?, retrievals = ?, version = ?, milliseconds = ? where id = ?
                        """)
                .params(
                        answered.evaluations(),
                        answered.retrievals(),
                        answered.version(),
                        answered.milliseconds(),
                        question)
                .update();
    }

    void refused(long question, LocalText why) {
        jdbc.sql("update sluice.hidden_query set refused_zh = ?, refused_en = ? where id = ?")
                .params(why.zh(), why.en(), question)
                .update();
    }

    /** Newest first. */
    Page<Asked> asked(@Nullable Set<UnitCode> units, int offset, int limit) {
        var codes = units == null
                ? new String[0]
                : units.stream().map(UnitCode::value).toArray(String[]::new);
        var found = jdbc.sql("""
                        select q.*, l.name as list_name, p.name_zh as party_zh, p.name_en as party_en, u.name_zh as unit_zh,
                               u.name_en as unit_en, n.name_zh as person_zh, n.name_en as person_en
                        from sluice.hidden_query q join sluice.hidden_list l on l.id = q.list
                        join sluice.party p on p.code = l.party join sluice.org_unit u on u.code = q.org_unit
                        join sluice.person n on n.id = q.person
                        where :all or q.org_unit = any(:units) order by q.asked_at desc, q.id desc limit :limit offset :offset
                        """)
                .param("all", units == null)
                .param("units", codes)
                .param("limit", limit)
                .param("offset", offset)
                .query(HiddenLists::asked)
                .list();
        long all = jdbc.sql("select count(*) from sluice.hidden_query where :all or org_unit = any(:units)")
                .param("all", units == null)
                .param("units", codes)
                .query(Long.class)
                .single();
        return new Page<>(all, found);
    }

    private static HiddenList list(ResultSet row, int n) throws SQLException {
        return new HiddenList(
                row.getObject("id", UUID.class),
                row.getString("party"),
                words(row, "party"),
                row.getString("name"),
                row.getString("address"),
                row.getObject("product", UUID.class),
                words(row, "product"),
                row.getString("subject_type"),
                row.getBoolean("credit_information"));
    }

    private static Asked asked(ResultSet row, int n) throws SQLException {
        return new Asked(
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                words(row, "person"),
                words(row, "unit"),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("list_name"),
                words(row, "party"),
                row.getInt("identifiers"),
                row.getObject("evaluations", Integer.class),
                row.getObject("milliseconds", Long.class),
                row.getString("refused_zh") == null ? null : words(row, "refused"));
    }

    private static LocalText words(ResultSet row, String which) throws SQLException {
        return new LocalText(row.getString(which + "_zh"), row.getString(which + "_en"));
    }
}
