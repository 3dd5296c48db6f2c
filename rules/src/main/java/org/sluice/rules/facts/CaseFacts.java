package org.sluice.rules.facts;

import java.util.List;

/** All that is known about one case, cut into the parts that rules look at; no part is ever null. */
public sealed interface CaseFacts permits SupplierFacts, DataProductFacts, UsageFacts, PrivacyJobFacts {

    /** The parts; a part may occur more than once, as the bidders of a lot do. */
    List<Record> parts();
}
