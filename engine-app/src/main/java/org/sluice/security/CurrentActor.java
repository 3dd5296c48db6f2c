package org.sluice.security;

import org.sluice.process.NotPermitted;
import org.sluice.process.PersonId;
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
        var acting = accounts.acting(signedIn().getUsername())
                .filter(Accounts.Acting::open)
                .orElseThrow(() -> new NotPermitted("signIn"));
        if (acting.mustChangePassword()) {
            throw new NotPermitted("mustChangePassword");
        }
        return acting.actor();
    }

    @Override
    public PersonId person() {
        return signedIn().person();
    }

    private static SignedIn signedIn() {
        return SignedIn.now().orElseThrow(() -> new NotPermitted("signIn"));
    }

    /** The actor that an account stands for, whatever it may do now. */
    Actor actor(Account account) {
        var person = people.get(account.person());
        return new Actor(
                account.person(), account.username(), person.name(), person.unit(), people.rights(account.person()));
    }
}
