package org.sluice.security;

import java.util.function.Supplier;
import org.sluice.process.NotFound;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Lets a visitor of the demo act as one of its people. It gives nothing that the visitor did not have: the password of
 * all demo accounts is on the sign-in page. No other account can be taken, and outside the demo there is no such bean.
 */
@Component
@Profile("demo")
public class DemoSeats {

    private final Accounts accounts;
    private final SignIn signIn;

    DemoSeats(Accounts accounts, SignIn signIn) {
        this.accounts = accounts;
        this.signIn = signIn;
    }

    /**
     * Does something as the account's person, with that person's rights; afterwards this thread is whose it was.
     *
     * @throws NotFound when there is no such demo account
     */
    public <T> T as(String username, Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(context(username));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /**
     * Signs the screens' session in as the account, in place of whoever it belonged to; pages that are loaded from now on
     * are that person's.
     *
     * @throws NotFound when there is no such demo account
     */
    public void take(String username) {
        var context = context(username);
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        // a session that somebody else may know the name of must not become this person's
        request.changeSessionId();
        request.getSession().setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
        SecurityContextHolder.setContext(context);
    }

    private SecurityContext context(String username) {
        var account = accounts.find(username)
                .filter(found -> found.demo() && found.open())
                .orElseThrow(() -> new NotFound("account", username));
        var principal = signIn.loadUserByUsername(account.username());
        Authentication authentication =
                UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
        return new SecurityContextImpl(authentication);
    }
}
