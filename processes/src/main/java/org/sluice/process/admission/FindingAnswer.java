package org.sluice.process.admission;

/** What a reviewer says to one finding. */
public enum FindingAnswer {
    /** It does not stand in the way; a rejection that may be waived is waived. */
    ACCEPT,
    /** It does not stand in the way if something is done by a day. */
    ACCEPT_WITH_CONDITION,
    /** It stands in the way: the admission is refused. */
    REFUSE,
    /** It cannot be judged yet: the dossier goes back to be supplemented. */
    SUPPLEMENT
}
