package org.sluice.security;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sluice.process.NotPermitted;
import org.sluice.process.Problems;
import org.sluice.shared.Actor;
import org.sluice.shared.Auditable;
import org.sluice.ui.shell.SessionDesk;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The signed-in person's own account. It works before the first password is changed; nothing else does. */
@Service
class OwnAccount implements SessionDesk {

    private final Accounts accounts;
    private final PeopleTable people;
    private final Passwords passwords;
    private final CurrentActor actors;
    private final ApplicationEventPublisher events;

    OwnAccount(
            Accounts accounts,
            PeopleTable people,
            Passwords passwords,
            CurrentActor actors,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.people = people;
        this.passwords = passwords;
        this.actors = actors;
        this.events = events;
    }

    @Override
    public Optional<Me> me() {
        return account().map(account -> {
            var person = people.get(account.person());
            var roles = people.rights(account.person()).stream()
                    .map(Actor.Right::role)
                    .collect(Collectors.toUnmodifiableSet());
            return new Me(
                    person.id(),
                    account.username(),
                    person.name(),
                    person.post(),
                    person.unit(),
                    person.unitName(),
                    roles,
                    account.mustChangePassword(),
                    account.language());
        });
    }

    @Override
    @Transactional
    public void setLanguage(Locale language) {
        accounts.setLanguage(
                required().username(), "en".equals(language.getLanguage()) ? Locale.ENGLISH : Locale.CHINESE);
    }

    @Override
    @Transactional
    public void changePassword(String current, String next) {
        var account = required();
        if (account.demo()) {
            throw new NotPermitted("demoPassword");
        }
        var problems = new Problems();
        problems.when(!passwords.confirms(current, account), "current", "wrongPassword")
                .when(next.equals(current), "next", "passwordSame");
        passwords.check(problems, "next", next, account.username());
        problems.orThrow();
        accounts.setPassword(account.username(), passwords.hash(next), false);
        events.publishEvent(
                Auditable.of("account.passwordChanged", null, actors.actor(account), "account " + account.username()));
    }

    @Override
    public boolean mayChangePassword() {
        return account().filter(account -> !account.demo()).isPresent();
    }

    @Override
    public int shortestPassword() {
        return passwords.shortest();
    }

    private Account required() {
        return account().orElseThrow(() -> new NotPermitted("signIn"));
    }

    private Optional<Account> account() {
        return SignedIn.now().map(SignedIn::getUsername).flatMap(accounts::find).filter(Account::open);
    }
}
