package org.sluice.ui.fakes;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.process.TaskId;
import org.sluice.process.admission.FindingAnswer;
import org.sluice.ui.admission.AdmissionDesk;

/** A supplier's dossier with a fact of each kind, and whatever admissions a test puts in. */
public final class FakeAdmissions implements AdmissionDesk {

    public final List<Turn> admissions = new ArrayList<>();
    private final List<Fact> facts = List.of(
            fact(
                    "Organisation",
                    "supplierType",
                    "供应商类型",
                    "supplier type",
                    FactKind.CHOICE,
                    "SupplierType",
                    List.of("TECH_SERVICE", "DATA_EXCHANGE"),
                    "TECH_SERVICE"),
            fact("Organisation", "actsByLaw", "依法履职", "acts by law", FactKind.BOOLEAN, "Boolean", List.of(), null),
            fact("Organisation", "legalName", "申报名称", "name as stated", FactKind.TEXT, "String", List.of(), null),
            fact(
                    "Organisation",
                    "establishedOn",
                    "成立日期",
                    "date of establishment",
                    FactKind.DATE,
                    "LocalDate",
                    List.of(),
                    null),
            fact(
                    "Organisation",
                    "registrationStatus",
                    "登记状态",
                    "registration status",
                    FactKind.CHOICE,
                    "RegistrationStatus",
                    List.of("EXISTING", "REVOKED"),
                    null),
            fact(
                    "Conduct",
                    "adminPenaltyCount24m",
                    "行政处罚次数",
                    "administrative penalties",
                    FactKind.WHOLE,
                    "Integer",
                    List.of(),
                    null),
            fact("Ties", "classShare", "占比", "share of calls", FactKind.NUMBER, "BigDecimal", List.of(), null),
            fact(
                    "Licences",
                    "creditPermits",
                    "征信资质",
                    "credit licences",
                    FactKind.CHOICES,
                    "CreditPermit",
                    List.of("ENTERPRISE_FILED", "PERSONAL_LICENSED"),
                    null),
            fact("Licences", "regions", "地区", "regions", FactKind.TEXTS, "String", List.of(), null),
            fact("Supply", "jrLevel", "数据级别", "data level", FactKind.WHOLE, "Integer", List.of(), 3));

    private static Fact fact(
            String part,
            String name,
            String zh,
            String en,
            FactKind kind,
            String type,
            List<String> codes,
            @Nullable Object known) {
        return new Fact(part, name, new LocalText(zh, en), kind, type, codes, measure(name), known, null, List.of());
    }

    private static @Nullable Measure measure(String name) {
        return switch (name) {
            case "adminPenaltyCount24m" -> new Measure("TIMES", BigDecimal.ZERO, null);
            case "classShare" -> new Measure("SHARE", BigDecimal.ZERO, BigDecimal.ONE);
            case "jrLevel" -> new Measure("LEVEL", BigDecimal.ONE, BigDecimal.valueOf(5));
            default -> null;
        };
    }

    public static Finding finding(List<Review> reviews) {
        return new Finding(
                "S-12",
                "REJECT",
                "SUPERVISORY",
                true,
                true,
                new LocalText("信息安全认证已过期。", "The information-security certificate has expired."),
                List.of(
                        new Clause("JR/T 0223-6.2", new LocalText("应持有效认证。", "A valid certificate is held."), true),
                        new Clause("NFRA-9", new LocalText("外包风险。", "Risk of outsourcing."), false)),
                List.of(
                        new Evidence(
                                new LocalText("信息安全认证有效期", "certificate valid to"),
                                FactKind.DATE,
                                "LocalDate",
                                null,
                                "2026-06-30"),
                        new Evidence(
                                new LocalText("信息安全管理体系认证", "certificate"),
                                FactKind.CHOICE,
                                "SecurityCertificate",
                                null,
                                "ISO_27001")),
                new LocalText("补充有效证书。", "File a valid certificate."),
                reviews);
    }

    public static Review waiting(Role group) {
        return new Review(group, null, null, null, null, null, null, false);
    }

    public static Review answered(Role group, FindingAnswer answer) {
        var withCondition = answer == FindingAnswer.ACCEPT_WITH_CONDITION;
        return new Review(
                group,
                answer,
                new LocalText("演示合规", "Demo compliance"),
                withCondition ? "Renew the certificate." : null,
                withCondition ? LocalDate.parse("2027-01-31") : null,
                "Seen by the bank.",
                Instant.parse("2026-11-21T02:00:00Z"),
                answer == FindingAnswer.ACCEPT);
    }

    /** One that gave no result, and what the tester reported in its place. */
    private static List<AdmissionDesk.Test> tests() {
        return List.of(
                new AdmissionDesk.Test(
                        1,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        new LocalText("对方未响应。", "The other side did not answer."),
                        false),
                new AdmissionDesk.Test(
                        2,
                        "TR-7",
                        LocalDate.parse("2026-11-20"),
                        20_000L,
                        12_600L,
                        new BigDecimal("63.00"),
                        List.of(new Evidence(
                                new LocalText("准确率", "Accuracy measured"),
                                FactKind.NUMBER,
                                "BigDecimal",
                                new Measure("SHARE", null, null),
                                new BigDecimal("0.955"))),
                        List.of(new AdmissionDesk.Points("COVERAGE", new BigDecimal("30.00"), new BigDecimal("15.00"))),
                        new BigDecimal("82.50"),
                        "GE75",
                        null,
                        true));
    }

    /** Screened, with these findings; still open unless it has an outcome that ends it. */
    public static Turn admission(boolean product, String state, List<Finding> findings) {
        var over = !state.equals("OPEN");
        return new Turn(
                new CaseId(new UUID(0, 1)),
                "REQ-2026-00017",
                product,
                product ? "DP-00042" : "SUP-00001",
                product ? new LocalText("税务画像", "Tax profile") : new LocalText("朝㬢数据", "Zhaoxi Data"),
                state,
                1,
                over ? "CONDITIONALLY_QUALIFIED" : null,
                state.equals("REFUSED") ? "VOTED_DOWN" : null,
                state.equals("ADMITTED") ? LocalDate.parse("2028-11-21") : null,
                Instant.parse("2026-11-20T02:00:00Z"),
                over ? Instant.parse("2026-11-21T03:00:00Z") : null,
                Instant.parse("2026-11-20T03:00:00Z"),
                findings,
                product && over ? tests() : List.of(),
                over
                        ? List.of(
                                new Condition(
                                        new LocalText("更新证书。", "Renew the certificate."),
                                        LocalDate.parse("2027-01-31"),
                                        null),
                                new Condition(
                                        new LocalText("签署承诺书。", "Sign the pledge."),
                                        LocalDate.parse("2026-12-31"),
                                        Instant.parse("2026-11-22T02:00:00Z")))
                        : List.of(),
                over
                        ? List.of(
                                new Vote(
                                        new LocalText("演示委员", "Demo member"),
                                        true,
                                        null,
                                        Instant.parse("2026-11-21T02:30:00Z")),
                                new Vote(
                                        new LocalText("另一委员", "Other member"),
                                        false,
                                        "Too small a firm.",
                                        Instant.parse("2026-11-21T02:40:00Z")))
                        : List.of());
    }

    @Override
    public Dossier dossier(TaskId task) {
        return new Dossier(facts, List.of(), null, null, null);
    }

    @Override
    public Finding finding(TaskId task) {
        return finding(List.of(waiting(Role.COMPLIANCE)));
    }

    @Override
    public List<Turn> ofCase(CaseId caseId) {
        return List.copyOf(admissions);
    }

    @Override
    public List<Turn> ofSupplier(String code) {
        return admissions.stream().filter(each -> !each.product()).toList();
    }

    @Override
    public List<Turn> ofProduct(String code) {
        return admissions.stream().filter(Turn::product).toList();
    }
}
