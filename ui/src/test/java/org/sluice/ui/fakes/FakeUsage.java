package org.sluice.ui.fakes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.Invalid;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.Page;
import org.sluice.process.Withdraw;
import org.sluice.process.access.Purpose;
import org.sluice.process.access.StopReason;
import org.sluice.process.access.StopUse;
import org.sluice.process.access.UsageForm;
import org.sluice.ui.access.UsageDesk;

/** One grant that runs and one that was suspended; remembers what it was asked. */
public final class FakeUsage implements UsageDesk {

    public final List<UsageForm> sent = new ArrayList<>();
    public final List<String> done = new ArrayList<>();
    public boolean mayRequest = true;
    public boolean refuses;

    @Override
    public boolean mayRequest(String productCode) {
        return mayRequest;
    }

    @Override
    public Choices choices(String productCode) {
        return new Choices(
                productCode,
                new LocalText("涉税数据", "Tax data"),
                List.of(new Option("HO", new LocalText("总行", "Head office"))),
                List.of(new Option("SME_PROPENSITY", new LocalText("小微倾向", "SME propensity"))),
                List.of(
                        new Option("taxCreditGrade", new LocalText("纳税信用等级", "Tax credit grade")),
                        new Option("uscc", new LocalText("统一社会信用代码", "Unified social credit code"))),
                LocalDate.of(2027, 11, 22));
    }

    @Override
    public List<CostCentre> costCentres(String unitCode, String scenarioCode) {
        return List.of(new CostCentre("BL-1", new LocalText("条线预算", "Line budget"), Money.ZERO));
    }

    @Override
    public Receipt request(UsageForm form, String idempotencyKey) {
        if (!form.problems().isEmpty()) {
            throw new Invalid(form.problems());
        }
        sent.add(form);
        return new Receipt(CaseId.random(), "USE-2026-00001");
    }

    @Override
    public Page<GrantRow> grants(
            @Nullable String text, @Nullable String state, @Nullable String productCode, int offset, int limit) {
        var rows = List.of(row("ACTIVE"), row("SUSPENDED"));
        return new Page<>(rows.size(), rows.subList(Math.min(offset, 2), Math.min(offset + limit, 2)));
    }

    private static GrantRow row(String state) {
        var active = state.equals("ACTIVE");
        return new GrantRow(
                UUID.nameUUIDFromBytes(state.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "DP-00001",
                new LocalText("涉税数据", "Tax data"),
                new LocalText("总行", "Head office"),
                new LocalText("小微倾向", "SME propensity"),
                Purpose.MARKETING,
                active ? "SME-LOAN" : null,
                active ? 100L : null,
                state,
                LocalDate.of(2027, 1, 31),
                null,
                null,
                active ? null : StopReason.BAD_QUALITY,
                null,
                active,
                !active,
                true);
    }

    @Override
    public void suspend(UUID grant, StopUse why) {
        act("suspend", why);
    }

    @Override
    public void resume(UUID grant, StopUse why) {
        act("resume", why);
    }

    @Override
    public void revoke(UUID grant, StopUse why) {
        act("revoke", why);
    }

    private void act(String what, StopUse why) {
        if (refuses) {
            throw new Conflict("resumeSameEyes");
        }
        done.add(what + " " + why.reason());
    }

    @Override
    public void withdraw(CaseId caseId, Withdraw body) {
        done.add("withdraw");
    }
}
