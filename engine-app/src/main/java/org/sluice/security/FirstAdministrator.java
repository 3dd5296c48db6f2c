package org.sluice.security;

import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.process.LocalText;
import org.sluice.process.Problems;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;
import org.sluice.shared.Auditable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one account that nobody adds: the first administrator of a house without accounts. */
@Service
public class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final PeopleTable people;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final String username;
    private final String password;

    FirstAdministrator(
            Accounts accounts,
            PeopleTable people,
            Passwords passwords,
            ApplicationEventPublisher events,
            @Value("${sluice.admin.username:admin}") String username,
            @Value("${sluice.admin.password:}") String password) {
        this.accounts = accounts;
        this.people = people;
        this.passwords = passwords;
        this.events = events;
        this.username = username.strip().toLowerCase(Locale.ROOT);
        this.password = password;
    }

    /**
     * Makes the account if there is none at all. Its password came through a variable, so it must be changed at the
     * first sign-in. Without a usable variable the house opens all the same, and says that nobody can sign in.
     */
    @Transactional
    public void ensure() {
        if (accounts.anyOwn()) {
            return;
        }
        var problems = new Problems();
        passwords.check(problems, "password", password, username);
        if (!problems.list().isEmpty()) {
            LOG.error(
                    "Nobody can sign in yet: there is no account. Set SLUICE_ADMIN_PASSWORD (at least {} characters, at most {} bytes, not the username) and start again; SLUICE_ADMIN_USERNAME is {}. | 尚无任何账号，无人可以登录：请设置 SLUICE_ADMIN_PASSWORD（至少 {} 个字符）后重新启动。",
                    passwords.shortest(),
                    Passwords.MOST_BYTES,
                    username,
                    passwords.shortest());
            return;
        }
        var id = people.add(
                new LocalText("首任管理员", "First administrator"),
                new LocalText("系统管理员", "System administrator"),
                UnitCode.HEAD_OFFICE);
        accounts.add(username, id, passwords.hash(password));
        people.setRights(id, Set.of(Role.ADMINISTRATOR), UnitCode.HEAD_OFFICE);
        events.publishEvent(Auditable.of("person.added", null, null, "account " + username)
                .with("roles", Role.ADMINISTRATOR.name())
                .with("unit", UnitCode.HEAD_OFFICE.value()));
        LOG.info("First administrator: {}. The password must be changed at the first sign-in.", username);
    }
}
