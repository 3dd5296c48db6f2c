package org.sluice.ui.fakes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.sluice.process.NotPermitted;
import org.sluice.process.Page;
import org.sluice.ui.catalog.CatalogDesk;

/** A catalogue of 968 invented products, as many as the house has, so that paging is felt. */
public final class FakeCatalog implements CatalogDesk {

    private static final List<Option> CLASSES = List.of(
            new Option("TAX", new LocalText("税务", "Tax")),
            new Option("PROVIDENT_FUND", new LocalText("住房公积金", "Provident fund")),
            new Option("BUSINESS_REGISTRATION", new LocalText("市场主体登记", "Business registration")),
            new Option("ELECTRICITY", new LocalText("用电", "Electricity")));
    private static final List<String> FORMS = List.of("REALTIME_API", "BATCH_FILE", "PRIVACY_COMPUTE");
    private static final List<String> PRICING = List.of("PER_CALL", "PER_MONTH", "FREE");

    /** The failure of the next question, if there is one. */
    public @Nullable RuntimeException failure;

    /** Why the catalogue may not be read, if it may not. */
    public @Nullable NotPermitted refusal;

    @Override
    public void requireReader() {
        if (refusal != null) {
            throw refusal;
        }
    }

    @Override
    public Page<ProductRow> products(Query query, int offset, int limit) {
        if (failure != null) {
            throw failure;
        }
        return page(products(), query, offset, limit);
    }

    @Override
    public ProductSheet product(String code) {
        var row = products().stream()
                .filter(p -> p.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("product", code));
        return new ProductSheet(
                row,
                new LocalText(
                        "按企业统一社会信用代码返回近 36 个月的申报与缴纳概况，仅含汇总指标，不含申报明细。",
                        "Returns declarations and payments of the last 36 months by unified social credit code: totals only, no single declaration."),
                "ENTERPRISE",
                List.of(
                        new Field("uscc", new LocalText("统一社会信用代码", "Unified social credit code")),
                        new Field("taxpayerGrade", new LocalText("纳税信用等级", "Tax credit grade")),
                        new Field("paidTax12m", new LocalText("近 12 个月缴税额", "Tax paid in 12 months")),
                        new Field("lastDeclaredOn", null)),
                List.of(new LocalText("海原省", "Haiyuan"), new LocalText("青川省", "Qingchuan")),
                36,
                "T_PLUS_1",
                12_840,
                new BigDecimal("0.9312"),
                cases().subList(0, 3));
    }

    @Override
    public Page<SupplierRow> suppliers(Query query, int offset, int limit) {
        return page(suppliers(), query, offset, limit);
    }

    @Override
    public SupplierSheet supplier(String code) {
        var row = suppliers().stream()
                .filter(s -> s.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("supplier", code));
        return new SupplierSheet(
                row,
                new LocalText("周宁", "Zhou Ning"),
                "000-5550123",
                "desk@example.org",
                LocalDate.of(2025, 3, 10),
                new LocalText("公开准入", "Open admission"),
                products().subList(0, 4));
    }

    @Override
    public Page<CaseRow> applicationCases(Query query, int offset, int limit) {
        return page(cases(), query, offset, limit);
    }

    @Override
    public List<Option> dataClasses() {
        return CLASSES;
    }

    @Override
    public List<Option> supplierTypes() {
        return List.of(new Option("PUBLIC", new LocalText("公共数据运营机构", "Public-data operator")));
    }

    @Override
    public List<Option> businessLines() {
        return List.of(new Option("INCLUSIVE_FINANCE", new LocalText("普惠金融", "Inclusive finance")));
    }

    private static List<ProductRow> products() {
        return IntStream.rangeClosed(1, 968)
                .mapToObj(i -> {
                    var dataClass = CLASSES.get(i % CLASSES.size());
                    return new ProductRow(
                            "DP-%05d".formatted(i),
                            new LocalText(
                                    dataClass.name().zh() + "经营画像（云汀版 " + i + "）",
                                    dataClass.name().en() + " operating profile, Yunting edition " + i),
                            dataClass.name(),
                            new LocalText("云汀数据服务有限公司", "Yunting Data Services Ltd"),
                            "SUP-00001",
                            i % 23 == 0 ? "DEGRADED" : "LISTED",
                            FORMS.get(i % FORMS.size()),
                            2 + i % 3,
                            i % 5 == 0,
                            PRICING.get(i % PRICING.size()),
                            new BigDecimal(i % 3 == 1 ? "4200" : "0.1250"),
                            i % 4 != 0,
                            LocalDate.of(2025, 1 + i % 12, 1 + i % 28));
                })
                .toList();
    }

    private static List<SupplierRow> suppliers() {
        return IntStream.rangeClosed(1, 355)
                .mapToObj(i -> new SupplierRow(
                        "SUP-%05d".formatted(i),
                        new LocalText("云汀数据服务有限公司 " + i, "Yunting Data Services Ltd " + i),
                        "00000000%010d".formatted(i),
                        new LocalText("公共数据运营机构", "Public-data operator"),
                        i % 31 == 0 ? "RESTRICTED" : i % 7 == 0 ? "PREFERRED" : "QUALIFIED",
                        i % 9 == 0 ? null : "B",
                        new LocalText("海原省", "Haiyuan"),
                        i % 12,
                        i % 10 == 0 ? null : LocalDate.of(2027, 6, 30)))
                .toList();
    }

    private static List<CaseRow> cases() {
        return IntStream.rangeClosed(1, 220)
                .mapToObj(i -> new CaseRow(
                        "AC-%04d".formatted(i),
                        new LocalText("小微企业经营状况智慧评估 " + i, "Assessing how a small firm does " + i),
                        new LocalText("普惠金融", "Inclusive finance"),
                        new LocalText("授信额度测算", "Credit-limit calculation"),
                        new LocalText("海原分行", "Haiyuan branch"),
                        "LISTED",
                        new LocalText("审批时长由 5 天缩短至 1.5 天", "Approval in 1.5 days instead of 5"),
                        LocalDate.of(2026, 2, 1)))
                .toList();
    }

    private static <T> Page<T> page(List<T> all, Query query, int offset, int limit) {
        var words = query.q();
        var found = all.stream()
                .filter(row -> words == null || row.toString().contains(words))
                .toList();
        var from = Math.min(offset, found.size());
        return new Page<>(found.size(), found.subList(from, Math.min(from + limit, found.size())));
    }
}
