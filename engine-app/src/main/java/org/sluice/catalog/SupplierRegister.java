package org.sluice.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The register of suppliers for features that decide about one; it checks nobody's right. */
@Service
public class SupplierRegister {

    /** @param actsByLaw whether suppliers of its type act by law */
    public record Registered(
            UUID id,
            String code,
            LocalText name,
            String uscc,
            String type,
            boolean actsByLaw,
            String state,
            @Nullable LocalDate admissionEndsOn) {}

    /** Whom the bank writes to. */
    public record Contact(
            @Nullable LocalText person, @Nullable String email) {}

    private static final String ROW = """
            select t.*, y.acts_by_law from sluice.supplier t join sluice.supplier_type y on y.code = t.supplier_type
            """;

    private final JdbcClient jdbc;

    SupplierRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws NotFound when there is none */
    public Registered get(UUID supplier) {
        return jdbc.sql(ROW + "where t.id = ?")
                .param(supplier)
                .query(SupplierRegister::row)
                .optional()
                .orElseThrow(() -> new NotFound("supplier", supplier.toString()));
    }

    public Optional<Registered> byCode(String code) {
        return jdbc.sql(ROW + "where t.code = ?")
                .param(code)
                .query(SupplierRegister::row)
                .optional();
    }

    /**
     * Suppliers that deliver already and may go on, those with a product of one of these classes first, then by code.
     */
    public List<Registered> delivering(Collection<String> dataClasses, int limit) {
        return jdbc.sql(ROW + """
                        where t.state in ('QUALIFIED', 'PREFERRED')
                        order by exists (select 1 from sluice.data_product p
                                         where p.supplier = t.id and p.data_class = any(?)) desc, t.code
                        limit ?
                        """)
                .params(dataClasses.toArray(String[]::new), limit)
                .query(SupplierRegister::row)
                .list();
    }

    /**
     * Suppliers of every state of which each word of the text is a part of code or name; first those that
     * {@link #delivering} gives, in its order.
     */
    public List<Registered> search(String text, Collection<String> dataClasses, int offset, int limit) {
        var words = new Filter(Filter.words(text), List.of(), null, null);
        return jdbc.sql(ROW + words.where("supplier_type") + """
                         order by t.state in ('QUALIFIED', 'PREFERRED') desc,
                             exists (select 1 from sluice.data_product p
                                     where p.supplier = t.id and p.data_class = any(?)) desc, t.code
                        limit ? offset ?
                        """)
                .params(words.params())
                .params(dataClasses.toArray(String[]::new), limit, offset)
                .query(SupplierRegister::row)
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void state(UUID supplier, String state) {
        jdbc.sql("update sluice.supplier set state = ?, version = version + 1 where id = ? and state <> ?")
                .params(state, supplier, state)
                .update();
    }

    /** It is admitted from this day until that one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void admitted(UUID supplier, LocalDate on, LocalDate until) {
        jdbc.sql("""
                        update sluice.supplier set admitted_on = ?, admission_ends_on = ?, version = version + 1
                        where id = ?
                        """).params(on, until, supplier).update();
    }

    /** Whom letters go to, as far as the register knows. */
    public Contact contact(UUID supplier) {
        return jdbc.sql("select contact_zh, contact_en, contact_email from sluice.supplier where id = ?")
                .param(supplier)
                .query((row, n) -> new Contact(Columns.textOrNull(row, "contact"), row.getString("contact_email")))
                .single();
    }

    /** Its grade of the products that it has in use. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void graded(UUID supplier, String grade) {
        jdbc.sql("update sluice.supplier set grade = ?, version = version + 1 where id = ?")
                .params(grade, supplier)
                .update();
    }

    private static Registered row(ResultSet row, int n) throws SQLException {
        return new Registered(
                row.getObject("id", UUID.class),
                row.getString("code"),
                new LocalText(row.getString("name_zh"), row.getString("name_en")),
                row.getString("uscc"),
                row.getString("supplier_type"),
                row.getBoolean("acts_by_law"),
                row.getString("state"),
                row.getObject("admission_ends_on", LocalDate.class));
    }
}
