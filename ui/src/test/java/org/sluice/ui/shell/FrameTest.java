package org.sluice.ui.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.RouterLink;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluice.process.NotPermitted;
import org.sluice.process.Role;
import org.sluice.ui.fakes.FakeDemo;
import org.sluice.ui.fakes.FakeSession;
import org.sluice.ui.fakes.Stage;

class FrameTest {

    private Stage stage = new Stage(new FakeDemo());

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void offersEverybodyTheSameListsAndNobodyTheOfficesOfOthers() {
        stage.enterAs(Role.COMPLIANCE);
        UI.getCurrent().navigate("products");

        assertThat(navigation())
                .containsExactly(
                        "tasks",
                        "requirements",
                        "cases",
                        "dashboard",
                        "products",
                        "suppliers",
                        "application-cases",
                        "grants",
                        "privacy",
                        "privacy/query",
                        "rulebook",
                        "calendar");
    }

    @Test
    void offersPeopleWhoAreNotOfTheBankNoCatalogueAndRefusesItWithTheReason() {
        stage.enterAs(Role.SUPPLIER_CONTACT);
        UI.getCurrent().navigate("requirements");
        assertThat(navigation()).containsExactly("tasks", "requirements", "cases", "rulebook", "calendar");

        stage.catalog.refusal = new NotPermitted("catalogue");
        for (var list : List.of("products", "suppliers", "application-cases")) {
            UI.getCurrent().navigate(list);
            assertThat(_get(H1.class).getText()).as(list).isEqualTo("无法显示");
            assertThat(_find(Paragraph.class)).anyMatch(p -> p.getText().contains("目录仅供本行"));
        }
    }

    @Test
    void offersARoleItsOwnEntry() {
        stage.enterAs(Role.PLATFORM_OPS, Role.ADMINISTRATOR, Role.BUSINESS_REQUESTER);
        UI.getCurrent().navigate("products");

        assertThat(navigation()).contains("incidents", "people", "requirements/new");
    }

    @Test
    void saysWhoIsSignedIn() {
        stage.enterAs(Role.COMPLIANCE);
        UI.getCurrent().navigate("products");

        _assertOne(com.vaadin.flow.component.html.Span.class, spec -> spec.withText("林清"));
    }

    @Test
    void switchesTheWholeScreenAndRemembersIt() {
        stage.enterAs(Role.COMPLIANCE);
        UI.getCurrent().navigate("products");
        _click(_get(Button.class, spec -> spec.withText("English")));
        UI.getCurrent().navigate("suppliers");

        assertThat(stage.session.languages).containsExactly(Locale.ENGLISH);
        assertThat(_get(H1.class).getText()).isEqualTo("Suppliers");
    }

    @Test
    void greetsAPersonInTheAccountsLanguage() {
        var me = FakeSession.person(Role.COMPLIANCE);
        stage.session.signIn(new SessionDesk.Me(
                me.id(),
                me.username(),
                me.name(),
                me.post(),
                me.unit(),
                me.unitName(),
                me.roles(),
                false,
                Locale.ENGLISH));
        stage.enter();
        UI.getCurrent().navigate("suppliers");

        assertThat(_get(H1.class).getText()).isEqualTo("Suppliers");
    }

    @Test
    void switchesTheSignInPage() {
        stage.enter();
        UI.getCurrent().navigate(LoginView.class);
        _click(_get(Button.class, spec -> spec.withText("English")));

        assertThat(UI.getCurrent().getLocale()).isEqualTo(Locale.ENGLISH);
        assertThat(stage.session.languages).isEmpty();
    }

    @Test
    void leadsFromTheSignInPageToTheDemoAccounts() {
        stage.enter();
        UI.getCurrent().navigate(LoginView.class);

        assertThat(_get(RouterLink.class).getHref()).isEqualTo("demo-accounts");
        assertThat(_get(LoginForm.class).getAction()).isEqualTo("login");
    }

    @Test
    void tellsWhoeverWasSignedOutAndNobodyElse() {
        stage.enter();
        UI.getCurrent().navigate(LoginView.class);
        _assertNone(Paragraph.class, spec -> spec.withPredicate(p -> p.getText().contains("您已退出登录")));

        MockVaadin.tearDown();
        stage.cookies = new Cookie[] {new Cookie(SignedInMark.COOKIE, "yes")};
        stage.enter();
        UI.getCurrent().navigate(LoginView.class);
        _assertOne(Paragraph.class, spec -> spec.withPredicate(p -> p.getText().contains("您已退出登录")));
    }

    @Test
    void namesNoDemoWhereThereIsNone() {
        stage.close();
        stage = new Stage().enter();
        UI.getCurrent().navigate(LoginView.class);

        _assertNone(RouterLink.class);

        UI.getCurrent().navigate("demo-accounts");
        assertThat(_get(H1.class).getText()).isEqualTo("没有找到该页面");
    }

    @Test
    void asksForANewPasswordBeforeAnythingElse() {
        stage.session.signIn(FakeSession.person("new.person", Set.of(Role.AUDIT), true));
        stage.enter();
        UI.getCurrent().navigate("products");

        assertThat(_find(PasswordField.class)).hasSize(3);
        _assertOne(Paragraph.class, spec -> spec.withPredicate(p -> p.getText().contains("首次登录")));
    }

    @Test
    void tellsBesideTheFieldWhyANewPasswordIsRefused() {
        stage.enterAs(Role.AUDIT);
        UI.getCurrent().navigate("password");
        assertThat(password(1).getHelperText()).contains("12");
        type("old", "short", "short");

        assertThat(password(1).isInvalid()).isTrue();
        assertThat(stage.session.passwords).isEmpty();

        type("old", "long enough now", "something else");
        assertThat(password(2).isInvalid()).isTrue();
        assertThat(password(1).isInvalid()).isFalse();

        type("", "", "");
        assertThat(password(0).getErrorMessage()).isNotBlank();
        assertThat(_find(PasswordField.class)).allMatch(PasswordField::isRequiredIndicatorVisible);

        UI.getCurrent().navigate("password");
        type("old", "long enough now", "long enough now");
        assertThat(stage.session.passwords).containsExactly("long enough now");
    }

    @Test
    void saysOnceThatTheDemosPasswordsAreNotChanged() {
        stage.session.isDemo = true;
        stage.enterAs(Role.AUDIT);
        UI.getCurrent().navigate("password");

        _assertNone(PasswordField.class);
        _assertOne(Paragraph.class, spec -> spec.withPredicate(p -> p.getText().contains("演示账号的密码不可更改")));
    }

    @Test
    void saysInWordsWhatIsNotThere() {
        stage.enterAs(Role.AUDIT);
        UI.getCurrent().navigate("products/DP-99999");

        assertThat(_get(H1.class).getText()).isEqualTo("无法显示");
        assertThat(_find(Paragraph.class)).anyMatch(p -> p.getText().contains("DP-99999"));
    }

    private void type(String... values) {
        for (int i = 0; i < values.length; i++) {
            _setValue(password(i), values[i]);
        }
        _click(_get(Button.class, spec -> spec.withText("修改密码")));
    }

    private static PasswordField password(int index) {
        return _find(PasswordField.class).get(index);
    }

    private static List<String> navigation() {
        return _find(SideNavItem.class).stream().map(SideNavItem::getPath).toList();
    }
}
