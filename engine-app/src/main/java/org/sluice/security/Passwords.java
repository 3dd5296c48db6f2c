package org.sluice.security;

import java.nio.charset.StandardCharsets;
import org.sluice.process.Problems;
import org.sluice.rulebook.Parameters;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What a password must be, and how it is kept: never as it is. */
@Component
class Passwords {

    /** bcrypt reads no more. */
    static final int MOST_BYTES = 72;

    private final PasswordEncoder encoder;
    private final SignInGuard guard;
    private final Parameters parameters;

    Passwords(PasswordEncoder encoder, SignInGuard guard, Parameters parameters) {
        this.encoder = encoder;
        this.guard = guard;
        this.parameters = parameters;
    }

    /** How many characters a new password must have at least. */
    int shortest() {
        return parameters.whole("password.minLength");
    }

    void check(Problems problems, String field, String password, String username) {
        var shortest = shortest();
        problems.when(password.codePointCount(0, password.length()) < shortest, field, "passwordTooShort", shortest)
                .when(
                        password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES,
                        field,
                        "passwordTooLong",
                        MOST_BYTES)
                .when(!password.isEmpty() && password.equalsIgnoreCase(username), field, "passwordIsUsername");
    }

    String hash(String password) {
        return encoder.encode(password);
    }

    /** Is it the account's password? Guessing counts like a failed sign-in. */
    boolean confirms(String password, Account account) {
        if (guard.isLocked(account.username())) {
            return false;
        }
        boolean same = encoder.matches(password, account.passwordHash());
        if (!same) {
            guard.failed(account.username());
        }
        return same;
    }
}
