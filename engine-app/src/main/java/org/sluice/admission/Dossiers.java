package org.sluice.admission;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Conflict;
import org.sluice.process.PersonId;
import org.sluice.rules.RuleGroup;
import org.sluice.shared.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The dossiers as they were filed, round by round. */
@Repository
class Dossiers {

    /** @param facts as entered; what the house knows by itself is not in it */
    record Dossier(
            int round, Map<String, Object> facts, @Nullable String note, PersonId filedBy, OffsetDateTime filedAt) {}

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    Dossiers(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Files the dossier of the present round.
     *
     * @throws org.sluice.process.Invalid naming every fact that is unknown or whose value does not fit
     * @throws Conflict when the round has one
     */
    void file(
            Admission admission,
            RuleGroup group,
            Map<String, ? extends @Nullable Object> entered,
            @Nullable String note,
            PersonId filedBy) {
        var filed = jdbc.sql("""
                        insert into sluice.admission_dossier (admission, round, facts, note, filed_by, filed_at)
                        values (?, ?, ?::jsonb, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        admission.id(),
                        admission.round(),
                        json.write(EnteredFacts.of(group, entered)),
                        note == null || note.isBlank() ? null : note.strip(),
                        filedBy.value(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (filed == 0) {
            throw new Conflict("dossierFiled");
        }
    }

    /** The latest one's facts, as entered, as far as they fit the catalogue still; none before the first. */
    Map<String, Object> latest(Admission admission) {
        var all = of(admission.id());
        var group = admission.kind() == AdmissionKind.SUPPLIER ? RuleGroup.SUPPLIER : RuleGroup.DATA;
        return all.isEmpty()
                ? Map.of()
                : EnteredFacts.stillFit(group, all.get(all.size() - 1).facts());
    }

    List<Dossier> of(UUID admission) {
        return jdbc.sql("select * from sluice.admission_dossier where admission = ? order by round")
                .param(admission)
                .query((row, n) -> new Dossier(
                        row.getInt("round"),
                        read(row.getString("facts")),
                        row.getString("note"),
                        new PersonId(row.getObject("filed_by", UUID.class)),
                        row.getObject("filed_at", OffsetDateTime.class)))
                .list();
    }

    /** The facts that a dossier and the house give together; what the house knows wins. */
    static Map<String, Object> together(Map<String, Object> entered, Map<String, Object> known) {
        var all = new LinkedHashMap<>(entered);
        all.putAll(known);
        return all;
    }

    /** The dossier of the present round; empty while it is not filed. */
    Optional<Dossier> present(Admission admission) {
        return of(admission.id()).stream()
                .filter(dossier -> dossier.round() == admission.round())
                .findFirst();
    }

    @SuppressWarnings("unchecked") // a JSON object's names are texts
    private Map<String, Object> read(String facts) {
        return (Map<String, Object>) json.read(facts, Map.class);
    }
}
