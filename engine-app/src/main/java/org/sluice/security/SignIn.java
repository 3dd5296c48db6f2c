package org.sluice.security;

import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;

/** Finds the account that somebody wants to sign in with. */
@Service
class SignIn implements UserDetailsService {

    private final Accounts accounts;
    private final PeopleTable people;
    private final SignInGuard guard;

    SignIn(Accounts accounts, PeopleTable people, SignInGuard guard) {
        this.accounts = accounts;
        this.people = people;
        this.guard = guard;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        var account = accounts.find(username).orElseThrow(() -> new UsernameNotFoundException(username));
        var roles = people.rights(account.person()).stream()
                .map(right -> right.role().name())
                .distinct()
                .toList();
        return new SignedIn(account, guard.isLocked(account.username()), roles);
    }
}
