package org.sluice.security;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluice.process.PersonId;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;

/** The principal of a session or a request. Its roles serve the screens' routes; services ask {@link CurrentActor}. */
final class SignedIn extends User {

    private final UUID person;

    SignedIn(Account account, boolean locked, List<String> roles) {
        super(
                account.username(),
                account.passwordHash(),
                account.open(),
                true,
                true,
                !locked,
                roles.stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList());
        person = account.person().value();
    }

    PersonId person() {
        return new PersonId(person);
    }

    static Optional<SignedIn> now() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }
}
