package org.sluice.process.intake;

/** How the data is delivered. */
public enum InterfaceForm {
    REALTIME_API,
    BATCH_FILE,
    PRIVACY_COMPUTE,
    PORTAL_QUERY,
    LOCAL_DEPLOY
}
