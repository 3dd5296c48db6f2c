package org.sluice.ui.cases;

import com.vaadin.flow.component.Component;
import org.sluice.process.CaseId;
import org.sluice.process.CaseKind;

/** What a subject shows of a case, on its page and beside its tasks: the case itself knows no other subject. */
public interface CaseGuest {

    /** Whether cases of this kind can have what the subject shows; of others it is not asked. */
    default boolean concerns(CaseKind kind) {
        return true;
    }

    /** Fresh, for somebody who sees the case. It hides itself while it has nothing to show. */
    Component of(CaseId caseId);
}
