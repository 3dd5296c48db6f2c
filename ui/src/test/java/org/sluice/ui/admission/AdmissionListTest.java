package org.sluice.ui.admission;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sluice.ui.fakes.FakeAdmissions.admission;
import static org.sluice.ui.fakes.FakeAdmissions.answered;
import static org.sluice.ui.fakes.FakeAdmissions.finding;
import static org.sluice.ui.fakes.FakeAdmissions.waiting;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Section;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.process.Role;
import org.sluice.process.admission.FindingAnswer;
import org.sluice.ui.fakes.FakeAdmissions;
import org.sluice.ui.fakes.Stage;
import org.sluice.ui.fakes.Texts;

class AdmissionListTest {

    private final Stage stage = new Stage().enterAs(Role.values());
    private final FakeAdmissions desk = stage.admissions;

    @BeforeEach
    void english() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void saysOnTheCasesPageThatThereIsNone() {
        UI.getCurrent().navigate("cases/REQ-2026-00017");
        assertThat(Texts.of(section()))
                .containsExactlyInAnyOrder(
                        "Findings and admissions",
                        "Findings and admissions",
                        "There is no admission yet.",
                        "There is no admission yet.");
    }

    @Test
    void tellsOfAnOpenAdmissionWhatIsFoundAndWhoIsAsked() {
        desk.admissions.add(admission(
                false,
                "OPEN",
                List.of(finding(List.of(
                        waiting(Role.COMPLIANCE), answered(Role.RISK_MGMT, FindingAnswer.ACCEPT_WITH_CONDITION))))));
        UI.getCurrent().navigate("cases/REQ-2026-00017");

        assertThat(Texts.of(section()))
                .contains(
                        "Admission of supplier:",
                        "Zhaoxi Data",
                        "In progress",
                        "The rules have found 1:",
                        "The information-security certificate has expired.",
                        "JR/T 0223-6.2",
                        "A valid certificate is held.",
                        "certificate valid to",
                        "File a valid certificate.",
                        "Compliance and personal-information protection",
                        "Not settled yet",
                        "Accept with a condition",
                        "Renew the certificate. (by 31 Jan 2027)",
                        "Seen by the bank.");
        assertThat(_find(section(), Anchor.class)).extracting(Anchor::getHref).containsExactly("suppliers/SUP-00001");
    }

    @Test
    void tellsOfAnEndedOneUntilWhenItHoldsAndWhoDecided() {
        desk.admissions.add(admission(true, "ADMITTED", List.of()));
        UI.getCurrent().navigate("cases/REQ-2026-00017");

        assertThat(Texts.of(section()))
                .contains(
                        "Admission of data product:",
                        "Admitted",
                        "21 Nov 2028",
                        "The rules have found nothing.",
                        "Sign the pledge. (by 31 Dec 2026)",
                        "Met on 22 Nov 2026, 10:00",
                        "Not met yet",
                        "Match test 1",
                        "Gave no result",
                        "The other side did not answer.",
                        "Test 2, report TR-7 of 20 Nov 2026",
                        "Score: 75 or more",
                        "Counts no longer: it is made anew",
                        "20,000",
                        "12,600",
                        "63%",
                        "95.5%",
                        "Points for coverage",
                        "15 of 30",
                        "82.5",
                        "Demo member",
                        "In favour",
                        "Other member",
                        "Against",
                        "Too small a firm.");
    }

    @Test
    void marksAnAnswerThatWasKeptFromTheScreeningBefore() {
        desk.admissions.add(admission(
                false,
                "OPEN",
                List.of(finding(List.of(
                        answered(Role.COMPLIANCE, FindingAnswer.ACCEPT),
                        answered(Role.RISK_MGMT, FindingAnswer.REFUSE))))));
        UI.getCurrent().navigate("cases/REQ-2026-00017");
        assertThat(Texts.of(section()))
                .filteredOn(text -> text.startsWith("Kept from the screening before"))
                .as("of two answers one, once seen and once as it is read out")
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"suppliers/SUP-00001, Zhaoxi Data, false", "products/DP-00042, Tax profile, true"})
    void standsOnThePagesOfItsSubjectWithItsCase(String page, String subject, boolean product) {
        desk.admissions.add(admission(product, "REFUSED", List.of()));
        desk.admissions.add(admission(!product, "ADMITTED", List.of()));
        UI.getCurrent().navigate(page);

        var list = _get(AdmissionList.class);
        assertThat(Texts.of(list))
                .contains(subject, "Refused", "not carried by the committee")
                .doesNotContain("21 Nov 2028");
        assertThat(_find(list, Anchor.class)).extracting(Anchor::getText).contains("REQ-2026-00017");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void isWholeInBothLanguages(String language) {
        UI.getCurrent().setLocale(Locale.forLanguageTag(language));
        var reviews = Stream.concat(
                        Stream.of(waiting(Role.RISK_MGMT)),
                        Arrays.stream(FindingAnswer.values()).map(answer -> answered(Role.COMPLIANCE, answer)))
                .toList();
        for (var state : List.of("OPEN", "ADMITTED", "REFUSED", "CANCELLED")) {
            desk.admissions.add(admission(true, state, List.of(finding(reviews))));
        }
        UI.getCurrent().navigate("cases/REQ-2026-00017");
        assertThat(Texts.of(section())).hasSizeGreaterThan(80);
        assertThat(Texts.keys(section())).isEmpty();
    }

    private static Section section() {
        return _get(Section.class, spec -> spec.withClasses("case-admissions"));
    }
}
