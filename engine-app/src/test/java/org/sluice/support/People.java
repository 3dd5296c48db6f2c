package org.sluice.support;

import java.util.function.Supplier;
import org.sluice.process.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;

/** The demo's people at the desks: what is done here is done as the one who is named. */
public class People {

    private final UserDetailsService accounts;
    private final JdbcClient jdbc;

    People(UserDetailsService accounts, JdbcClient jdbc) {
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    public <T> T as(String username, Supplier<T> work) {
        var account = accounts.loadUserByUsername(username);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    public void does(String username, Runnable work) {
        as(username, () -> {
            work.run();
            return true;
        });
    }

    public PersonId idOf(String username) {
        return jdbc.sql("select person from sluice.account where username = ?")
                .param(username)
                .query((row, n) -> new PersonId(row.getObject("person", java.util.UUID.class)))
                .single();
    }
}
