package org.sluice.ui.fakes;

import static org.sluice.ui.fakes.FakeSession.person;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockInstantiator;
import com.github.mvysny.kaributesting.v10.mock.MockVaadinHelper;
import com.github.mvysny.kaributesting.v10.mock.MockVaadinSession;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.SpringServlet;
import com.vaadin.flow.spring.SpringVaadinServletService;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The whole ui without a browser: every view, wired by Spring as in the product, over the fakes. Open it before a test,
 * close it after; sign somebody in before {@link #enter()}.
 */
public final class Stage implements AutoCloseable {

    private static final Routes ROUTES = new Routes(
            found(new AnnotationTypeFilter(Route.class)),
            found(new AssignableTypeFilter(HasErrorParameter.class)),
            true);

    public final FakeSession session = new FakeSession(Optional::empty);
    public final FakeCatalog catalog = new FakeCatalog();
    public final FakeCalendar calendar = new FakeCalendar();
    public final FakeIncidents incidents = new FakeIncidents();
    public final FakeTasks tasks = new FakeTasks();
    public final FakeCases cases = new FakeCases();
    public final FakeFigures figures = new FakeFigures();
    public final FakePeople people = new FakePeople();
    public final FakeIntake intake = new FakeIntake();
    public final FakeMatchTests matchTests = new FakeMatchTests();
    public final FakePrivacyJobs privacyJobs = new FakePrivacyJobs();
    public final FakeHiddenQueries hiddenQueries = new FakeHiddenQueries();
    public final FakeQuotations quotations = new FakeQuotations();
    public final FakeAdmissions admissions = new FakeAdmissions();
    public final FakeUsage usage = new FakeUsage();

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** What the browser has kept from earlier visits. */
    public Cookie[] cookies = {};

    /** @param beans further beans, such as the demo's desk or the fakes of a subject */
    public Stage(Object... beans) {
        context.scan(
                "org.sluice.ui.shell",
                "org.sluice.ui.demo",
                "org.sluice.ui.story",
                "org.sluice.ui.tasks",
                "org.sluice.ui.intake",
                "org.sluice.ui.privacy",
                "org.sluice.ui.admission",
                "org.sluice.ui.procurement",
                "org.sluice.ui.access");
        put(
                session,
                catalog,
                calendar,
                incidents,
                tasks,
                cases,
                intake,
                matchTests,
                privacyJobs,
                hiddenQueries,
                quotations,
                admissions,
                people,
                figures,
                usage);
        put(new FakeRulebook());
        put(Clock.fixed(Instant.parse("2026-11-22T06:05:00Z"), ZoneOffset.UTC));
        put(beans);
        context.refresh();
    }

    /** Opens the browser, as it were, at the bare address' language and user. */
    public Stage enter() {
        MockVaadin.setMockRequestFactory(session -> {
            var request = new FakeRequest(session);
            request.setLocaleInt(Locale.CHINESE);
            request.setCookiesInt(cookies);
            return request;
        });
        MockVaadin.setup(UI::new, new Servlet(context));
        return this;
    }

    /** Signs a person in and opens the browser. */
    public Stage enterAs(org.sluice.process.Role... roles) {
        session.signIn(person(roles));
        return enter();
    }

    @Override
    public void close() {
        MockVaadin.tearDown();
        context.close();
    }

    /** Views are package-private, and the library's own discovery sees public classes only. */
    @SuppressWarnings("unchecked")
    private static <T> Set<Class<? extends T>> found(TypeFilter filter) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(filter);
        var types = new HashSet<Class<? extends T>>();
        for (var candidate : scanner.findCandidateComponents("org.sluice.ui")) {
            types.add((Class<? extends T>) ClassUtils.resolveClassName(candidate.getBeanClassName(), null));
        }
        return types;
    }

    @SuppressWarnings("unchecked")
    private void put(Object... beans) {
        for (var bean : beans) {
            context.registerBean((Class<Object>) bean.getClass(), () -> bean);
        }
    }

    private static final class Servlet extends SpringServlet {

        private final transient ApplicationContext context;

        Servlet(ApplicationContext context) {
            super(context, false);
            this.context = context;
        }

        @Override
        protected DeploymentConfiguration createDeploymentConfiguration() throws jakarta.servlet.ServletException {
            MockVaadinHelper.mockFlowBuildInfo(this);
            return super.createDeploymentConfiguration();
        }

        @Override
        protected VaadinServletService createServletService(DeploymentConfiguration configuration)
                throws ServiceException {
            var service = new Service(this, configuration, context);
            service.init();
            ROUTES.register(service.getContext());
            return service;
        }
    }

    private static final class Service extends SpringVaadinServletService {

        Service(SpringServlet servlet, DeploymentConfiguration configuration, ApplicationContext context) {
            super(servlet, configuration, context);
        }

        @Override
        protected boolean isAtmosphereAvailable() {
            return false;
        }

        @Override
        public String getMainDivId(VaadinSession session, VaadinRequest request) {
            return "ROOT-1";
        }

        @Override
        protected VaadinSession createVaadinSession(VaadinRequest request) {
            return new MockVaadinSession(this, UI::new);
        }

        @Override
        public Instantiator getInstantiator() {
            return MockInstantiator.create(super.getInstantiator());
        }
    }
}
