package org.sluice.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.PersonId;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what has come of the story from the tables of the features that it leads through. Only its beginning is kept:
 * whatever people do by themselves, the story goes on from there.
 */
@Repository
@Profile("demo")
class Plots {

    private final JdbcClient jdbc;
    private final Clock clock;

    Plots(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whoever begins it waits until another who does so at the same moment has done. */
    void oneAtATime() {
        jdbc.sql("lock table sluice.story in share row exclusive mode").update();
    }

    void begin(@Nullable PersonId by) {
        jdbc.sql("insert into sluice.story (id, begun_by, begun_at) values (?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        by == null ? null : by.value(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * The suppliers as the story needs them at its beginning: the one with a worker, and another of its kind; neither is
     * admitted yet. Empty when there are none any more.
     */
    Optional<Plot.Suppliers> suppliers() {
        return jdbc.sql("""
                        select seller.code as admitted, min(other.code) as refused
                          from sluice.party p
                          join sluice.supplier seller on seller.id = p.supplier
                          join sluice.supplier other
                            on other.supplier_type = seller.supplier_type and other.id <> seller.id and other.state = 'POTENTIAL'
                         where p.demo and p.kind = 'SUPPLIER' and seller.state = 'POTENTIAL'
                         group by seller.code
                         order by seller.code
                         limit 1
                        """)
                .query((row, n) -> new Plot.Suppliers(row.getString("refused"), row.getString("admitted")))
                .optional();
    }

    /** The story that was begun last, if any was. */
    Optional<Plot> latest(String requester) {
        return jdbc.sql("""
                        select s.begun_at, r.case_id as requirement, c.product, p.code as product_code,
                               c.registered_at, refused.ended_at as refused_at, ev.case_id as evaluation,
                               ex.case_id as exit, en.case_id as entry,
                               offers.codes as offers,
                               (select array_agg(to_char(q.month, 'YYYY-MM') order by q.month)
                                  from sluice.quality_reading q where q.product = c.product) as readings
                          from (select * from sluice.story order by begun_at desc limit 1) s
                          left join lateral (
                               select f.case_id from sluice.case_file f join sluice.account a on a.person = f.initiator
                                where a.username = :requester and f.kind = 'REQUIREMENT' and f.opened_at >= s.begun_at
                                order by f.opened_at limit 1) r on true
                          left join lateral (
                               select array_agg(u.code order by q.amount, u.code) as codes
                                 from sluice.quotation q join sluice.supplier u on u.id = q.supplier
                                where q.case_id = r.case_id) offers on true
                          left join sluice.contract c on c.case_id = r.case_id
                          left join sluice.data_product p on p.id = c.product
                          left join lateral (
                               select a.ended_at from sluice.admission a
                                where a.case_id = r.case_id and a.kind = 'SUPPLIER' and a.state = 'REFUSED'
                                order by a.ended_at limit 1) refused on true
                          left join lateral (
                               select e.case_id from sluice.evaluation e
                                where e.product = c.product and e.opened_at >= c.registered_at
                                order by e.opened_at limit 1) ev on true
                          left join lateral (
                               select x.case_id from sluice.data_exit x
                                where x.product = c.product and x.opened_at >= c.registered_at
                                order by x.opened_at limit 1) ex on true
                          left join lateral (
                               select b.case_id from sluice.blacklist_entry b
                                where b.supplier = c.supplier and b.proposed_at >= c.registered_at
                                order by b.proposed_at limit 1) en on true
                        """)
                .param("requester", requester)
                .query((row, n) -> plot(row))
                .optional();
    }

    private Plot plot(ResultSet row) throws SQLException {
        var product = row.getObject("product", UUID.class);
        return new Plot(
                instant(row, "begun_at"),
                suppliersOf(row),
                caseId(row, "requirement"),
                product == null ? null : new Plot.Product(product, row.getString("product_code")),
                row.getObject("registered_at") == null ? null : instant(row, "registered_at"),
                months(row),
                row.getObject("refused_at") == null ? null : instant(row, "refused_at"),
                caseId(row, "evaluation"),
                caseId(row, "exit"),
                caseId(row, "entry"));
    }

    /** Once offers are on record the two cheapest are the story's; until then they are those that would offer. */
    private Plot.Suppliers suppliersOf(ResultSet row) throws SQLException {
        var offers = row.getArray("offers");
        if (offers != null) {
            var codes = (String[]) offers.getArray();
            return new Plot.Suppliers(codes[0], codes[Math.min(1, codes.length - 1)]);
        }
        return suppliers().orElse(new Plot.Suppliers("", ""));
    }

    private static List<YearMonth> months(ResultSet row) throws SQLException {
        var months = row.getArray("readings");
        return months == null
                ? List.of()
                : Stream.of((String[]) months.getArray()).map(YearMonth::parse).toList();
    }

    private static @Nullable CaseId caseId(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new CaseId(id);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
