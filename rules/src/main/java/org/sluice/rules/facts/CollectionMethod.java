package org.sluice.rules.facts;

/** How the first holder got the data. */
public enum CollectionMethod {
    OWN_BUSINESS,
    AUTHORIZED_FEED,
    PUBLIC_RELEASE,
    SDK,
    CRAWLER
}
