package org.sluice.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sluice.shared.web.ApiProblemWriter;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps the API closed for accounts whose password somebody else has chosen. */
final class FirstPasswordFilter extends OncePerRequestFilter {

    private final Accounts accounts;
    private final ApiProblemWriter problems;

    FirstPasswordFilter(Accounts accounts, ApiProblemWriter problems) {
        this.accounts = accounts;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean first = SignedIn.now()
                .flatMap(signedIn -> accounts.find(signedIn.getUsername()))
                .filter(Account::mustChangePassword)
                .isPresent();
        if (first) {
            problems.write(request, response, HttpStatus.FORBIDDEN, "mustChangePassword");
        } else {
            chain.doFilter(request, response);
        }
    }
}
