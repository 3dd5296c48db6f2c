package org.sluice.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.sluice.process.Invalid;
import org.sluice.process.LocalText;
import org.sluice.process.NotPermitted;
import org.sluice.process.PersonId;
import org.sluice.process.Refusal;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;
import org.sluice.shared.Actors;
import org.sluice.support.Databases;
import org.sluice.ui.demo.DemoDesk;
import org.sluice.ui.people.PeopleDesk;
import org.sluice.ui.shell.SessionDesk;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

/** The same house on a PostgreSQL that was named from outside, without the demo. */
@SpringBootTest(
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.generate-unique-process-engine-name=true",
            "sluice.admin.password=" + OutsideTheDemoTest.FIRST_PASSWORD
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = Databases.Fresh.class)
class OutsideTheDemoTest {

    static final String FIRST_PASSWORD = "first-of-all-passwords";

    @Autowired
    MockMvc http;

    @Autowired
    SessionDesk session;

    @Autowired
    PeopleDesk desk;

    @Autowired
    SignIn signIn;

    @Autowired
    Accounts accounts;

    @Autowired
    PeopleTable people;

    @Autowired
    Actors actors;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    ObjectProvider<DemoDesk> demo;

    @Test
    void hasNothingOfTheDemo() {
        assertThat(demo.getIfAvailable()).isNull();
        assertThat(clock.getClass().getName()).startsWith("java.time.");
        assertThat(count("select count(*) from sluice.account where demo")).isZero();
        assertThat(count("select count(*) from sluice.data_product")).isZero();
    }

    @Test
    void acceptsNoPasswordWithARequest() throws Exception {
        var answer = send(get("/api/v1/tasks").with(httpBasic("admin", FIRST_PASSWORD)));

        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(answer.getHeader("WWW-Authenticate")).isNull();
        assertThat(answer.getHeader("Location")).isNull();
    }

    @Test
    void letsNoDemoAccountIn() throws Exception {
        jdbc.sql("""
                        insert into sluice.account (username, person, password_hash, demo)
                        select 'left-over', person, password_hash, true from sluice.account where username = 'admin'
                        """).update();

        http.perform(formLogin().user("left-over").password(FIRST_PASSWORD))
                .andExpect(result ->
                        assertThat(result.getResponse().getRedirectedUrl()).contains("error"));
    }

    @Test
    @Transactional
    @WithUserDetails("admin")
    void makesTheFirstAdministratorChangeThePassword() {
        assertThat(session.me().orElseThrow())
                .returns(true, SessionDesk.Me::mustChangePassword)
                .satisfies(me -> assertThat(me.roles()).containsExactly(Role.ADMINISTRATOR));
        assertThatExceptionOfType(NotPermitted.class).isThrownBy(() -> actors.current());

        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> session.changePassword("wrong", "short"));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> session.changePassword(FIRST_PASSWORD, FIRST_PASSWORD));
        session.changePassword(FIRST_PASSWORD, "one of my own choice");

        assertThat(actors.current().has(Role.ADMINISTRATOR)).isTrue();
    }

    @Test
    void closesTheApiUntilThePasswordIsChanged() throws Exception {
        var answer = send(get("/api/v1/tasks").session(signIn()));

        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(answer.getContentAsString()).contains("urn:sluice:problem:mustChangePassword");
    }

    @Test
    void letsABrowserSessionReadOnly() throws Exception {
        var browser = signIn();
        jdbc.sql("update sluice.account set must_change_password = false where username = 'admin'")
                .update();
        try {
            assertThat(send(get("/api/v1/tasks").session(browser)).getStatus()).isEqualTo(200);
            assertThat(send(post("/api/v1/requirements")
                                    .session(browser)
                                    .contentType(MediaType.APPLICATION_JSON)
                                    .content("{}"))
                            .getStatus())
                    .isEqualTo(403);
            jdbc.sql("update sluice.account set enabled = false where username = 'admin'")
                    .update();
            assertThat(send(get("/api/v1/tasks").session(browser)).getStatus()).isEqualTo(401);
        } finally {
            jdbc.sql("update sluice.account set must_change_password = true, enabled = true where username = 'admin'")
                    .update();
        }
    }

    @Test
    void locksAnAccountAfterTooManyGuesses() throws Exception {
        jdbc.sql("""
                        insert into sluice.account (username, person, password_hash)
                        select 'guessed', person, password_hash from sluice.account where username = 'admin'
                        """).update();
        for (int i = 0; i < SignInGuard.FAILURES; i++) {
            http.perform(formLogin().user("guessed").password("guess " + i));
        }

        http.perform(formLogin().user("guessed").password(FIRST_PASSWORD))
                .andExpect(result ->
                        assertThat(result.getResponse().getRedirectedUrl()).contains("error"));
    }

    /** Both begin as administrators; one of them must be left. */
    @Test
    void keepsOneOfTwoAdministratorsWhoCloseEachOther() throws Exception {
        var first = accounts.find("admin").orElseThrow().person();
        var second = people.add(new LocalText("第二", "Second"), new LocalText("管理", "Admin"), UnitCode.HEAD_OFFICE);
        accounts.add("second", second, "{bcrypt}none");
        people.setRights(second, Set.of(Role.ADMINISTRATOR), UnitCode.HEAD_OFFICE);
        jdbc.sql("update sluice.account set must_change_password = false").update();
        var threads = Executors.newFixedThreadPool(2);
        try {
            threads.invokeAll(List.of(() -> closeAs("admin", second), () -> closeAs("second", first)));

            assertThat(count("select count(*) from sluice.account where enabled and username in ('admin', 'second')"))
                    .isEqualTo(1);
        } finally {
            threads.shutdown();
            jdbc.sql("delete from sluice.account where username = 'second'").update();
            jdbc.sql("update sluice.account set must_change_password = true, enabled = true")
                    .update();
        }
    }

    private boolean closeAs(String username, PersonId other) {
        var principal = signIn.loadUserByUsername(username);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
        try {
            desk.setEnabled(other, false);
            return true;
        } catch (Refusal refusal) {
            return false;
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private MockHttpSession signIn() throws Exception {
        var signedIn =
                http.perform(formLogin().user("admin").password(FIRST_PASSWORD)).andReturn();
        assertThat(signedIn.getResponse().getRedirectedUrl()).doesNotContain("error");
        return (MockHttpSession) signedIn.getRequest().getSession();
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request).andReturn().getResponse();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
