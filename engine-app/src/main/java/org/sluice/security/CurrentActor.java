package org.sluice.security;

import org.sluice.process.NotPermitted;
import org.sluice.shared.Actor;
import org.sluice.shared.Actors;
import org.springframework.stereotype.Component;

/**
 * The acting person with the rights of this very moment: a right that was taken away, or an account that was closed, is
 * gone at the next call, also in a session that still stands and on a push connection that no filter sees.
 */
@Component
class CurrentActor implements Actors {

    private final Accounts accounts;
    private final PeopleTable people;

    CurrentActor(Accounts accounts, PeopleTable people) {
        this.accounts = accounts;
        this.people = people;
    }

    @Override
    public Actor current() {
        var signedIn = SignedIn.now().orElseThrow(() -> new NotPermitted("signIn"));
        var account = accounts.find(signedIn.getUsername())
                .filter(Account::open)
                .orElseThrow(() -> new NotPermitted("signIn"));
        if (account.mustChangePassword()) {
            throw new NotPermitted("mustChangePassword");
        }
        return actor(account);
    }

    /** The actor that an account stands for, whatever it may do now. */
    Actor actor(Account account) {
        var person = people.get(account.person());
        return new Actor(
                account.person(), account.username(), person.name(), person.unit(), people.rights(account.person()));
    }
}
