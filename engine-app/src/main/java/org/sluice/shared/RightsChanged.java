package org.sluice.shared;

/**
 * What a person may do has changed. Published in the transaction that changes it, so that whatever must follow happens
 * with it or not at all.
 *
 * @param person with the rights that are left; none when the account was closed
 * @param by who changed them
 */
public record RightsChanged(Actor person, Actor by) {}
