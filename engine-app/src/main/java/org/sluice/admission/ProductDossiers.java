package org.sluice.admission;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.LocalText;
import org.sluice.process.admission.FieldTag;
import org.sluice.process.admission.Granularity;
import org.sluice.process.admission.PrivacyNeed;
import org.sluice.process.admission.ProductField;
import org.sluice.process.intake.InterfaceForm;
import org.sluice.process.intake.SubjectType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the dossier of a product says of its fields and its use, and what the tables made of it. */
@Component
class ProductDossiers {

    /** The open admission of a product, with what the register says of it. */
    record Subject(
            UUID admission,
            int round,
            UUID product,
            String code,
            LocalText name,
            String dataClass,
            boolean publicClass,
            UUID supplier,
            String supplierType,
            InterfaceForm interfaceForm,
            SubjectType subjectType,
            List<String> fields,
            boolean containsPersonalInfo,
            BigDecimal unitPrice) {}

    /**
     * A field as the steward tagged it.
     *
     * @param jrLevel null until it is graded
     */
    record Field(
            int place,
            String name,
            FieldTag tag,
            Granularity granularity,
            int groupSize,
            @Nullable Integer jrLevel) {

        boolean personal() {
            return tag.isPersonal();
        }

        boolean sensitive() {
            return tag.isSensitive();
        }
    }

    /**
     * @param jrLevel the highest of its fields; null until all are graded
     * @param technique null until it is chosen
     */
    record Use(
            PrivacyNeed need,
            boolean platformTrusted,
            @Nullable Integer jrLevel,
            @Nullable String technique) {

        /** The table found no technique that fits: somebody has to describe the use anew. */
        boolean isUndesigned() {
            return "MANUAL_DESIGN".equals(technique);
        }

        int level() {
            if (jrLevel == null) {
                throw new IllegalStateException("The product's fields are not graded yet");
            }
            return jrLevel;
        }
    }

    private final JdbcClient jdbc;

    ProductDossiers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Conflict when no product's admission is open in the case */
    Subject open(CaseId caseId) {
        return jdbc.sql("""
                        select a.id as admission, a.round, p.*, c.public_data, s.supplier_type
                        from sluice.admission a
                        join sluice.data_product p on p.id = a.product
                        join sluice.data_class c on c.code = p.data_class
                        join sluice.supplier s on s.id = p.supplier
                        where a.case_id = ? and a.kind = 'PRODUCT' and a.state = 'OPEN'
                        """)
                .param(caseId.value())
                .query(ProductDossiers::subject)
                .optional()
                .orElseThrow(() -> new Conflict("noOpenAdmission"));
    }

    void file(Subject subject, PrivacyNeed need, boolean platformTrusted, List<ProductField> fields) {
        jdbc.sql("insert into sluice.product_dossier (admission, round, need, platform_trusted) values (?, ?, ?, ?)")
                .params(subject.admission(), subject.round(), need.name(), platformTrusted)
                .update();
        for (int place = 0; place < fields.size(); place++) {
            var field = fields.get(place);
            jdbc.sql("""
                            insert into sluice.product_field (admission, round, place, name, tag, granularity, group_size)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            subject.admission(),
                            subject.round(),
                            place,
                            field.name(),
                            String.valueOf(field.tag()),
                            String.valueOf(field.granularity()),
                            field.groupSize() == null ? 0 : field.groupSize())
                    .update();
        }
    }

    /** In the order in which they were entered. */
    List<Field> fields(Subject subject) {
        return fields(subject.admission(), subject.round());
    }

    List<Field> fields(UUID admission, int round) {
        return jdbc.sql("select * from sluice.product_field where admission = ? and round = ? order by place")
                .params(admission, round)
                .query(ProductDossiers::field)
                .list();
    }

    /** @throws java.util.NoSuchElementException when the present round has no dossier */
    Use use(Subject subject) {
        return use(subject.admission(), subject.round()).orElseThrow();
    }

    Optional<Use> use(UUID admission, int round) {
        return jdbc.sql("select * from sluice.product_dossier where admission = ? and round = ?")
                .params(admission, round)
                .query((row, n) -> new Use(
                        PrivacyNeed.valueOf(row.getString("need")),
                        row.getBoolean("platform_trusted"),
                        row.getObject("jr_level", Integer.class),
                        row.getString("technique")))
                .optional();
    }

    /** The level of one field, and with the last one that of the product: the highest. */
    void grade(Subject subject, int place, int jrLevel) {
        jdbc.sql("update sluice.product_field set jr_level = ? where admission = ? and round = ? and place = ?")
                .params(jrLevel, subject.admission(), subject.round(), place)
                .update();
        jdbc.sql("""
                        update sluice.product_dossier d set jr_level = g.level
                        from (select max(jr_level) as level, bool_and(jr_level is not null) as complete
                              from sluice.product_field where admission = :admission and round = :round) g
                        where d.admission = :admission and d.round = :round and g.complete
                        """)
                .param("admission", subject.admission())
                .param("round", subject.round())
                .update();
    }

    void technique(Subject subject, String technique) {
        jdbc.sql("update sluice.product_dossier set technique = ? where admission = ? and round = ?")
                .params(technique, subject.admission(), subject.round())
                .update();
    }

    /** Whether the bank uses public data of this class from no product yet. */
    boolean isFirstOfPublicClass(Subject subject) {
        return subject.publicClass()
                && jdbc.sql("""
                                select count(*) from sluice.data_product where data_class = ? and id <> ?
                                  and state in ('ADMITTED', 'CONDITIONALLY_ADMITTED', 'LISTED', 'DEGRADED')
                                """)
                                .params(subject.dataClass(), subject.product())
                                .query(Integer.class)
                                .single()
                        == 0;
    }

    private static Subject subject(ResultSet row, int n) throws SQLException {
        var price = row.getBigDecimal("unit_price");
        return new Subject(
                row.getObject("admission", UUID.class),
                row.getInt("round"),
                row.getObject("id", UUID.class),
                row.getString("code"),
                new LocalText(row.getString("name_zh"), row.getString("name_en")),
                row.getString("data_class"),
                row.getBoolean("public_data"),
                row.getObject("supplier", UUID.class),
                row.getString("supplier_type"),
                InterfaceForm.valueOf(row.getString("interface_form")),
                SubjectType.valueOf(row.getString("subject_type")),
                List.of((String[]) row.getArray("fields").getArray()),
                row.getBoolean("contains_pi"),
                price == null ? BigDecimal.ZERO : price);
    }

    private static Field field(ResultSet row, int n) throws SQLException {
        return new Field(
                row.getInt("place"),
                row.getString("name"),
                FieldTag.valueOf(row.getString("tag")),
                Granularity.valueOf(row.getString("granularity")),
                row.getInt("group_size"),
                row.getObject("jr_level", Integer.class));
    }
}
