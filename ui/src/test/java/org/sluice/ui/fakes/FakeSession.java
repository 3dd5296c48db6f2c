package org.sluice.ui.fakes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sluice.process.FieldProblem;
import org.sluice.process.Invalid;
import org.sluice.process.LocalText;
import org.sluice.process.PersonId;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;
import org.sluice.ui.shell.SessionDesk;

/** Whoever the supplier says is signed in. */
public final class FakeSession implements SessionDesk {

    public final List<Locale> languages = new ArrayList<>();
    public final List<String> passwords = new ArrayList<>();
    public boolean isDemo;
    private Supplier<Optional<Me>> me;

    public FakeSession(Supplier<Optional<Me>> me) {
        this.me = me;
    }

    public static Me person(Role... roles) {
        return person("lin.qing", Arrays.stream(roles).collect(Collectors.toSet()), false);
    }

    public static Me person(String username, Set<Role> roles, boolean mustChangePassword) {
        return new Me(
                new PersonId(UUID.nameUUIDFromBytes(username.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                username,
                new LocalText("林清", "Lin Qing"),
                new LocalText("数据管理岗", "Data officer"),
                UnitCode.HEAD_OFFICE,
                new LocalText("总行", "Head office"),
                roles,
                mustChangePassword,
                null);
    }

    public void signIn(Me person) {
        me = () -> Optional.of(person);
    }

    public void signOut() {
        me = Optional::empty;
    }

    @Override
    public Optional<Me> me() {
        return me.get();
    }

    @Override
    public void setLanguage(Locale language) {
        languages.add(language);
    }

    @Override
    public boolean mayChangePassword() {
        return !isDemo;
    }

    @Override
    public int shortestPassword() {
        return 12;
    }

    @Override
    public void changePassword(String current, String next) {
        if (next.length() < shortestPassword()) {
            throw new Invalid(List.of(new FieldProblem("next", "passwordTooShort", shortestPassword())));
        }
        passwords.add(next);
    }
}
