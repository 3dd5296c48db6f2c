package org.sluice.ui.shell;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.PersonId;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;

/** Who is signed in, and the little that everybody may change about the own account. */
public interface SessionDesk {

    record Me(
            PersonId id,
            String username,
            LocalText name,
            LocalText post,
            UnitCode unit,
            LocalText unitName,
            Set<Role> roles,
            boolean mustChangePassword,
            @Nullable Locale language) {}

    /** Empty for an anonymous visitor. */
    Optional<Me> me();

    /** Remembers the language for the next sign-in. */
    void setLanguage(Locale language);

    /** False for accounts whose password is everybody's, such as the demo's. */
    boolean mayChangePassword();

    /** How many characters a new password must have at least. */
    int shortestPassword();

    /**
     * @throws org.sluice.process.Invalid naming {@code current} or {@code next} when the old password is wrong or the
     *     new one too weak (shorter than {@link #shortestPassword()}, or the old one)
     */
    void changePassword(String current, String next);
}
