package org.sluice.ui.blacklist;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluice.process.FieldProblem;
import org.sluice.process.Role;
import org.sluice.process.blacklist.BlacklistReason;
import org.sluice.process.blacklist.BlacklistSeverity;
import org.sluice.process.blacklist.ProposeBlacklisting;
import org.sluice.process.blacklist.ProposeLifting;
import org.sluice.process.blacklist.SuspendSupplier;
import org.sluice.ui.fakes.FakeBlacklist;
import org.sluice.ui.fakes.Stage;
import org.sluice.ui.fakes.Texts;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.tasks.TaskDesk.Material;

class BlacklistScreensTest {

    private final FakeBlacklist desk = new FakeBlacklist();
    private final Stage stage = new Stage(new BlacklistOfCatalog(desk)).enterAs(Role.COMPLIANCE);

    @BeforeEach
    void english() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aSupplierWithoutEntryIsProposedAndItsCaseOpens() {
        open();
        _click(button("Propose for the blacklist"));
        _click(button("Propose"));
        assertThat(desk.asked).as("nothing is filled in").isEmpty();
        reason().setValue(BlacklistReason.BRIBERY);
        assertThat(_find(RadioButtonGroup.class)).as("it knows one severity").isEmpty();
        reason().setValue(BlacklistReason.DATA_LEAK);
        severity().setValue(BlacklistSeverity.MAJOR);
        _get(TextArea.class).setValue("The report of the incident is on file.");
        _click(button("Propose"));

        assertThat(desk.asked)
                .containsExactly(new ProposeBlacklisting(
                        BlacklistReason.DATA_LEAK,
                        BlacklistSeverity.MAJOR,
                        "The report of the incident is on file.",
                        null));
        assertThat(_find(Dialog.class)).isEmpty();
    }

    @Test
    void anOpenEntryIsSuspendedByWhomeverMay() {
        desk.mayPropose = false;
        desk.entries.add(FakeBlacklist.line("INVESTIGATING", true));
        open();
        assertThat(_find(Anchor.class)).extracting(Anchor::getText).contains("BLK-2026-00007");
        assertThat(_find(Button.class)).extracting(Button::getText).doesNotContain("Propose for the blacklist");
        _click(button("Suspend"));
        _get(DayField.class).setValue(LocalDate.parse("2026-12-31"));
        _get(TextArea.class).setValue("Until it is known what leaked.");
        desk.refuses = true;
        _click(button("Sign"));
        assertThat(_find(Dialog.class)).as("what was refused can be corrected").hasSize(1);
        desk.refuses = false;
        _click(button("Sign"));

        assertThat(desk.asked)
                .containsExactly(new SuspendSupplier(LocalDate.parse("2026-12-31"), "Until it is known what leaked."));
    }

    @Test
    void anEntryInForceSaysUntilWhenAndMayBeLifted() {
        desk.entries.add(FakeBlacklist.line("EFFECTIVE", true));
        open();
        assertThat(Texts.of(UI.getCurrent())).contains("No deletion after exit");
        _click(button("Propose an early lifting"));
        _get(TextArea.class).setValue("The deletion is certified.");
        _click(button("Propose"));
        assertThat(desk.asked).containsExactly(new ProposeLifting("The deletion is certified."));
    }

    @Test
    void whoMayNothingSeesNoButton() {
        desk.mayPropose = false;
        desk.entries.add(FakeBlacklist.line("EFFECTIVE", false));
        open();
        assertThat(_find(Button.class))
                .extracting(Button::getText)
                .doesNotContain("Suspend", "Propose an early lifting", "Propose for the blacklist");
    }

    @Test
    void everyPanelSaysWhatIsMissing() {
        for (var type : new BlacklistPanels().panels()) {
            var panel = type.make().apply(new org.sluice.process.TaskId("1"), Material.NONE);
            UI.getCurrent().add(panel);
            var problems = panel.read().problems();
            assertThat(problems).as(type.key()).isNotEmpty();
            assertThat(panel.show(problems, Locale.ENGLISH))
                    .as("each problem of %s has its field", type.key())
                    .isEmpty();
        }
    }

    @Test
    void aNoAsksForItsReason() {
        var panel = new DecideListingPanel("approveListing");
        UI.getCurrent().add(panel);
        radio(panel).setValue(false);
        assertThat(panel.read().problems()).extracting(FieldProblem::field).isEqualTo(List.of("comment"));
        radio(panel).setValue(true);
        assertThat(panel.read().problems()).isEmpty();
    }

    private static void open() {
        UI.getCurrent().navigate("suppliers/SUP-00001");
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<BlacklistReason> reason() {
        return _get(ComboBox.class);
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<BlacklistSeverity> severity() {
        return _get(RadioButtonGroup.class);
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<Boolean> radio(DecideListingPanel panel) {
        return _get(panel, RadioButtonGroup.class);
    }
}
