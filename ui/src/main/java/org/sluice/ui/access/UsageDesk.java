package org.sluice.ui.access;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.Page;
import org.sluice.process.Withdraw;
import org.sluice.process.access.Purpose;
import org.sluice.process.access.StopReason;
import org.sluice.process.access.StopUse;
import org.sluice.process.access.UsageForm;

/** Asking for the use of a listed product, seeing who uses what, and taking a use away. */
public interface UsageDesk {

    /** A code with its words. */
    record Option(String code, LocalText label) {}

    /**
     * What a request for this product can say.
     *
     * @param units those for which the person asks
     * @param longest the last day that can be asked for
     */
    record Choices(
            String productCode,
            LocalText productName,
            List<Option> units,
            List<Option> scenarios,
            List<Option> fields,
            LocalDate longest) {}

    /** A budget line with what is left on it. */
    record CostCentre(String code, LocalText label, Money left) {}

    record Receipt(CaseId caseId, String number) {}

    /**
     * @param state of domain section 2.8
     * @param caseId the case that it answers, where the person may see it
     * @param stopReason why it is suspended or has ended
     * @param comment what somebody wrote about that
     */
    record GrantRow(
            UUID id,
            String productCode,
            LocalText productName,
            LocalText unitName,
            LocalText scenarioName,
            Purpose purpose,
            @Nullable String callingSystem,
            @Nullable Long callsPerDay,
            String state,
            LocalDate validTo,
            @Nullable CaseId caseId,
            @Nullable String caseNumber,
            @Nullable StopReason stopReason,
            @Nullable String comment,
            boolean maySuspend,
            boolean mayResume,
            boolean mayRevoke) {}

    /** Whether the person may ask to use this product now. */
    boolean mayRequest(String productCode);

    /** @throws org.sluice.process.NotPermitted when the person asks for no unit */
    Choices choices(String productCode);

    /** The budget lines that can bear the calls of this unit for this scenario. */
    List<CostCentre> costCentres(String unitCode, String scenarioCode);

    /** Opens the case of a request; sent twice with the same key it is one. */
    Receipt request(UsageForm form, String idempotencyKey);

    /** Grants of units that the person sees, newest first. */
    Page<GrantRow> grants(
            @Nullable String text, @Nullable String state, @Nullable String productCode, int offset, int limit);

    /** Nobody uses it under this grant for a while. */
    void suspend(UUID grant, StopUse why);

    /** Lets it run again; not by whoever suspended it. */
    void resume(UUID grant, StopUse why);

    /** Ends it for good. */
    void revoke(UUID grant, StopUse why);

    /** Takes a request back; only who sent it, until it is decided. */
    void withdraw(CaseId caseId, Withdraw body);
}
