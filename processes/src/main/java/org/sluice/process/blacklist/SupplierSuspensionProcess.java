package org.sluice.process.blacklist;

import java.util.Date;
import java.util.List;
import org.sluice.process.CaseId;
import org.sluice.process.Var;

/** Names of {@code processes/blacklist/supplier-suspension.bpmn} (暂停合作): a suspension that ends by itself, or with its case. */
public final class SupplierSuspensionProcess {

    public static final String KEY = "supplier-suspension";

    /** The case, which is also the business key. */
    public static final Var<CaseId> CASE_ID = Var.caseId("caseId");

    /** Given at the start: when it ends. */
    public static final Var<Date> SUSPENSION_OVER = Var.instant("suspensionOver");

    public static final List<Var<?>> VARIABLES = List.of(CASE_ID, SUSPENSION_OVER);

    /** Names of messages. */
    public static final class Message {
        /** In: it was ended, or its case was decided. */
        public static final String SUSPENSION_ENDED = "suspensionEnded";

        private Message() {}
    }

    private SupplierSuspensionProcess() {}
}
