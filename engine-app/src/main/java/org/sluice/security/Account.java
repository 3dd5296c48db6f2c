package org.sluice.security;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sluice.process.PersonId;

/**
 * What a person signs in with.
 *
 * @param open false when the account or its person is disabled, or when it is the demo's and this is no demo
 * @param language as chosen last, null when never chosen
 */
record Account(
        String username,
        PersonId person,
        String passwordHash,
        boolean mustChangePassword,
        boolean open,
        boolean demo,
        @Nullable Locale language) {}
