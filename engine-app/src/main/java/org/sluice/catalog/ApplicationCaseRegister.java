package org.sluice.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The application cases as features change them in their own name; nobody's right is checked. */
@Service
public class ApplicationCaseRegister {

    /** An application case that is not retired. */
    public record Using(UUID id, String code, LocalText title, UnitCode unit) {}

    /** What became of an application case that lost a product. */
    public enum Outcome {
        /** Another product stands in its place. */
        REPOINTED,
        /** Its other products serve it. */
        TAKEN_OUT,
        /** Nothing serves it any more. */
        RETIRED
    }

    private final JdbcClient jdbc;

    ApplicationCaseRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that use a product, in the order of codes. */
    @Transactional(readOnly = true)
    public List<Using> using(UUID product) {
        return jdbc.sql("""
                        select id, code, title_zh, title_en, org_unit from sluice.application_case
                        where state <> 'RETIRED' and ? = any(products) order by code
                        """)
                .param(product)
                .query((row, n) -> new Using(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        Columns.text(row, "title"),
                        new UnitCode(row.getString("org_unit"))))
                .list();
    }

    /** Takes a product out of an application case that uses it, and puts another one in its place where there is one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome replace(UUID applicationCase, UUID product, @Nullable UUID by) {
        var products = new ArrayList<>(jdbc.sql("select products from sluice.application_case where id = ? for update")
                .param(applicationCase)
                .query((row, n) ->
                        Arrays.asList((UUID[]) row.getArray("products").getArray()))
                .single());
        var at = products.indexOf(product);
        products.remove(product);
        if (by != null && !products.contains(by)) {
            products.add(Math.max(0, at), by);
        }
        var retired = products.isEmpty();
        jdbc.sql("update sluice.application_case set products = ?, state = ? where id = ? and ? = any(products)")
                .params(
                        // what it was made of stays readable
                        (retired ? List.of(product) : products).toArray(UUID[]::new),
                        retired ? "RETIRED" : state(applicationCase),
                        applicationCase,
                        product)
                .update();
        return retired ? Outcome.RETIRED : by == null ? Outcome.TAKEN_OUT : Outcome.REPOINTED;
    }

    private String state(UUID applicationCase) {
        return jdbc.sql("select state from sluice.application_case where id = ?")
                .param(applicationCase)
                .query(String.class)
                .single();
    }
}
