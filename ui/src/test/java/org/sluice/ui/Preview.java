package org.sluice.ui;

import static org.springframework.security.core.context.SecurityContextHolder.getContext;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sluice.process.Role;
import org.sluice.process.admission.DataAdmissionProcess;
import org.sluice.process.admission.FindingAnswer;
import org.sluice.process.admission.SupplierAdmissionProcess;
import org.sluice.process.procurement.ProcurementProcess;
import org.sluice.ui.catalog.CatalogDesk;
import org.sluice.ui.demo.DemoDesk;
import org.sluice.ui.fakes.FakeAdmissions;
import org.sluice.ui.fakes.FakeCalendar;
import org.sluice.ui.fakes.FakeCases;
import org.sluice.ui.fakes.FakeCatalog;
import org.sluice.ui.fakes.FakeDemo;
import org.sluice.ui.fakes.FakeHiddenQueries;
import org.sluice.ui.fakes.FakeIncidents;
import org.sluice.ui.fakes.FakeIntake;
import org.sluice.ui.fakes.FakeMatchTests;
import org.sluice.ui.fakes.FakePeople;
import org.sluice.ui.fakes.FakePrivacyJobs;
import org.sluice.ui.fakes.FakeQuotations;
import org.sluice.ui.fakes.FakeRulebook;
import org.sluice.ui.fakes.FakeSession;
import org.sluice.ui.fakes.FakeStory;
import org.sluice.ui.fakes.FakeTasks;
import org.sluice.ui.shell.LoginView;
import org.sluice.ui.shell.SessionDesk;
import org.sluice.ui.story.StoryDesk;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The screens alone, over the fakes, at http://localhost:8099: the fast loop for a view. Every demo account of the house
 * signs in with {@code demo}; {@code everyone} holds all roles.
 */
@SpringBootApplication
class Preview {

    private static final String ALL = "everyone";

    public static void main(String[] arguments) {
        System.setProperty("vaadin.productionMode", "true");
        System.setProperty("server.port", System.getProperty("server.port", "8099"));
        SpringApplication.run(Preview.class, arguments);
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        return http.with(VaadinSecurityConfigurer.vaadin(), v -> v.loginView(LoginView.class))
                .build();
    }

    @Bean
    UserDetailsService people() {
        var manager = new InMemoryUserDetailsManager();
        Arrays.stream(Role.values())
                .forEach(role -> manager.createUser(User.withUsername(role.accountName())
                        .password("{noop}demo")
                        .roles(role.name())
                        .build()));
        manager.createUser(User.withUsername(ALL)
                .password("{noop}demo")
                .roles(Arrays.stream(Role.values()).map(Enum::name).toArray(String[]::new))
                .build());
        return manager;
    }

    @Bean
    SessionDesk session() {
        return new FakeSession(() -> Optional.ofNullable(getContext().getAuthentication())
                .map(authentication -> authentication.getName())
                .filter(name -> !name.equals("anonymousUser"))
                .map(name -> FakeSession.person(name, roles(name), false)));
    }

    private static Set<Role> roles(String account) {
        var roles = EnumSet.allOf(Role.class);
        roles.removeIf(role -> !account.equals(ALL) && !role.accountName().equals(account));
        return roles;
    }

    @Bean
    CatalogDesk catalog() {
        return new FakeCatalog();
    }

    @Bean
    FakeCalendar calendar() {
        return new FakeCalendar();
    }

    @Bean
    FakeRulebook rulebook() {
        return new FakeRulebook();
    }

    @Bean
    FakePeople administration() {
        return new FakePeople();
    }

    @Bean
    FakeIncidents incidents() {
        return new FakeIncidents();
    }

    @Bean
    FakeTasks tasks() {
        var tasks = new FakeTasks();
        List.of(
                        SupplierAdmissionProcess.Task.FILE_SUPPLIER_DOSSIER,
                        SupplierAdmissionProcess.Task.SETTLE_SUPPLIER_FINDING,
                        SupplierAdmissionProcess.Task.VOTE_ON_SUPPLIER,
                        DataAdmissionProcess.Task.FILE_PRODUCT_DOSSIER,
                        DataAdmissionProcess.Task.SETTLE_PRODUCT_FINDING,
                        DataAdmissionProcess.Task.FILE_TEST_PAPERS,
                        DataAdmissionProcess.Task.ARRANGE_TEST,
                        DataAdmissionProcess.Task.REPORT_SAMPLE_TEST,
                        DataAdmissionProcess.Task.VOTE_ON_PRODUCT,
                        ProcurementProcess.Task.PLAN_SOURCING,
                        ProcurementProcess.Task.RECORD_QUOTATIONS,
                        ProcurementProcess.Task.CHOOSE_OFFER,
                        ProcurementProcess.Task.SETTLE_OVERRUN,
                        ProcurementProcess.Task.APPROVE_CONTRACT,
                        ProcurementProcess.Task.REGISTER_CONTRACT)
                .forEach(key -> tasks.add(key, Role.PROCUREMENT));
        return tasks;
    }

    @Bean
    FakeQuotations quotations() {
        return new FakeQuotations();
    }

    @Bean
    FakeCases cases() {
        return new FakeCases();
    }

    @Bean
    FakeIntake intake() {
        return new FakeIntake();
    }

    @Bean
    FakeMatchTests matchTests() {
        return new FakeMatchTests();
    }

    @Bean
    FakePrivacyJobs privacyJobs() {
        return new FakePrivacyJobs();
    }

    @Bean
    FakeHiddenQueries hiddenQueries() {
        return new FakeHiddenQueries();
    }

    @Bean
    FakeAdmissions admissions() {
        var desk = new FakeAdmissions();
        var asked = FakeAdmissions.finding(List.of(
                FakeAdmissions.waiting(Role.LEGAL),
                FakeAdmissions.answered(Role.COMPLIANCE, FindingAnswer.ACCEPT_WITH_CONDITION)));
        desk.admissions.add(FakeAdmissions.admission(true, "OPEN", List.of(asked)));
        desk.admissions.add(FakeAdmissions.admission(false, "ADMITTED", List.of()));
        return desk;
    }

    @Bean
    DemoDesk demo() {
        return new FakeDemo();
    }

    @Bean
    StoryDesk story() {
        var desk = new FakeStory();
        desk.state = StoryDesk.State.UNDER_WAY;
        return desk;
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
