package org.sluice.access;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Products and grants for tests, and requests to use them. */
public final class UsedProducts {

    /** A product of the test alone. */
    public record Product(UUID id, String code) {}

    private final JdbcClient jdbc;

    public UsedProducts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A listed product of a supplier in good standing. No dictionary knows its field, which is as sensitive as it is. */
    public Product listed(int jrLevel, boolean personal, String pricing, String price) {
        var id = UUID.randomUUID();
        var code = "DP-T" + id.toString().substring(0, 8);
        jdbc.sql("""
                        insert into sluice.data_product (id, code, name_zh, name_en, summary_zh, summary_en, data_class, supplier,
                            state, interface_form, subject_type, fields, regions, jr_level, contains_pi, update_frequency, pricing,
                            unit_price, reuse_allowed, listed_on)
                        select :id, :code, '测试产品', 'Test product', '测试', 'test', 'TAX', s.id, 'LISTED', 'REALTIME_API', :subject,
                            array['someField', 'otherField'], '{}', :level, :personal, 'DAILY', :pricing, :price::numeric, true,
                            date '2026-01-01'
                        from sluice.supplier s where s.state = 'QUALIFIED' order by s.code limit 1
                        """)
                .param("id", id)
                .param("code", code)
                .param("subject", personal ? "PERSON" : "ENTERPRISE")
                .param("level", jrLevel)
                .param("personal", personal)
                .param("pricing", pricing)
                .param("price", price)
                .update();
        return new Product(id, code);
    }

    /** Somebody uses it already. */
    public UUID granted(Product product, String unit, String scenario, String purpose, LocalDate until) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into sluice.usage_grant (id, product, org_unit, scenario, purpose, calling_system, state, granted_at,
                            valid_to)
                        values (?, ?, ?, ?, ?, 'OLD', 'ACTIVE', timestamptz '2026-01-01 10:00+08', ?)
                        """).params(id, product.id(), unit, scenario, purpose, until).update();
        return id;
    }

    /** A request of head office, for marketing to firms. */
    Map<String, Object> form(Product product, LocalDate until) {
        var form = new HashMap<String, Object>();
        form.put("productCode", product.code());
        form.put("unitCode", "HO");
        form.put("scenarioCode", "SME_PROPENSITY");
        form.put("callingSystem", "SME-LOAN");
        form.put("purpose", "MARKETING");
        form.put("consentProof", "NONE");
        form.put("fields", List.of("someField"));
        form.put("callsPerDay", 10);
        form.put("validTo", until.toString());
        form.put("storeResults", false);
        form.put("downstreamSharing", false);
        form.put("costCentre", costCentre());
        form.put("modelUse", false);
        form.put("optOutOffered", true);
        return form;
    }

    private String costCentre() {
        return jdbc.sql("""
                        select code from sluice.budget_line
                        where source = 'LINE' and business_line = 'INCLUSIVE_FINANCE' order by fiscal_year limit 1
                        """).query(String.class).single();
    }

    String state(Product product) {
        return jdbc.sql("select state from sluice.data_product where id = ?")
                .param(product.id())
                .query(String.class)
                .single();
    }

    void state(Product product, String state) {
        jdbc.sql("update sluice.data_product set state = ? where id = ?")
                .params(state, product.id())
                .update();
    }
}
