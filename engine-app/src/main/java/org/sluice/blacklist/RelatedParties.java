package org.sluice.blacklist;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.sluice.process.PersonId;
import org.sluice.rulebook.Parameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who stands behind whom, and what a listing means for them; a tie binds both ends alike. */
@Repository
class RelatedParties {

    /**
     * @param ties LEGAL_REPRESENTATIVE, BENEFICIAL_OWNER, CONTROLLED
     * @param restrict null until it was answered
     */
    record Review(
            UUID id,
            CaseId caseId,
            UUID related,
            LocalText name,
            String code,
            List<String> ties,
            @Nullable Boolean restrict,
            @Nullable String comment) {}

    /** What ties a supplier to those in force on the list. */
    record Tie(String tie, @Nullable BigDecimal share) {}

    static final String LEGAL_REPRESENTATIVE = "LEGAL_REPRESENTATIVE";
    static final String CONTROLLED = "CONTROLLED";

    private static final String ENDS = """
            select related as other, tie, share from sluice.related_party where supplier = :supplier
            union select supplier, tie, share from sluice.related_party where related = :supplier
            """;

    private final JdbcClient jdbc;
    private final Parameters parameters;
    private final Clock clock;

    RelatedParties(JdbcClient jdbc, Parameters parameters, Clock clock) {
        this.jdbc = jdbc;
        this.parameters = parameters;
        this.clock = clock;
    }

    /**
     * Asks for a review of each supplier with a tie that counts; asked again nothing is added.
     *
     * @return how many are asked for
     */
    int ask(CaseId caseId, UUID supplier) {
        jdbc.sql("""
                        insert into sluice.related_review (id, case_id, place, related, ties)
                        select gen_random_uuid(), :case, row_number() over (order by other) - 1, other, ties
                        from (select other, array_agg(distinct tie) as ties from (""" + ENDS + """
                        ) t where share is null or share >= :least group by other) asked
                        on conflict do nothing
                        """)
                .param("case", caseId.value())
                .param("supplier", supplier)
                .param("least", parameters.number("supplier.blacklistedOwnership"))
                .update();
        return of(caseId).size();
    }

    List<Review> of(CaseId caseId) {
        return jdbc.sql("""
                        select r.*, s.code, s.name_zh, s.name_en from sluice.related_review r
                        join sluice.supplier s on s.id = r.related where r.case_id = ? order by r.place
                        """)
                .param(caseId.value())
                .query((row, n) -> new Review(
                        row.getObject("id", UUID.class),
                        caseId,
                        row.getObject("related", UUID.class),
                        new LocalText(row.getString("name_zh"), row.getString("name_en")),
                        row.getString("code"),
                        List.of((String[]) row.getArray("ties").getArray()),
                        row.getObject("restrict", Boolean.class),
                        row.getString("comment")))
                .list();
    }

    /** @throws NotFound when the case asks for no such review */
    Review get(CaseId caseId, UUID review) {
        return of(caseId).stream()
                .filter(each -> each.id().equals(review))
                .findFirst()
                .orElseThrow(() -> new NotFound("blacklistEntry", caseId.toString()));
    }

    void answer(Review review, boolean restrict, String comment, PersonId by) {
        jdbc.sql("update sluice.related_review set restrict = ?, comment = ?, person = ?, at = ? where id = ?")
                .params(restrict, comment.strip(), by.value(), clock.instant().atOffset(ZoneOffset.UTC), review.id())
                .update();
    }

    /** Whatever ties the supplier to somebody whose entry is in force. */
    List<Tie> toListed(UUID supplier) {
        return jdbc.sql("select tie, share from (" + ENDS + """
                        ) t where exists (select 1 from sluice.blacklist_entry e
                                          where e.supplier = t.other and e.state in ('EFFECTIVE', 'APPEALED'))
                        """)
                .param("supplier", supplier)
                .query((row, n) -> new Tie(row.getString("tie"), row.getBigDecimal("share")))
                .list();
    }
}
