package org.sluice.ui.privacy;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.ui.parts.FactList;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Tone;
import org.sluice.ui.parts.Words;
import org.sluice.ui.privacy.HiddenQueryDesk.ListState;
import org.sluice.ui.privacy.HiddenQueryDesk.SuppliersList;

/** What is known of the list that was chosen, beside the question that goes to it. */
final class ChosenList extends Composite<Section> {

    private final Div known = new Div();

    /** @param look asks how the lists stand now */
    ChosenList(Runnable look) {
        var again = new Button(Words.of("privacy.query.look"), click -> look.run());
        again.addThemeVariants(ButtonVariant.LUMO_SMALL);
        var ways = new Div(again);
        ways.addClassName("form-ways");
        getContent().addClassName("panel");
        getContent().add(new H2(Words.of("privacy.query.chosen")), known, ways);
        show(Optional.empty());
    }

    void show(Optional<SuppliersList> chosen) {
        known.removeAll();
        chosen.ifPresentOrElse(
                this::facts, () -> known.add(MatchTestPanel.quiet(Words.of("privacy.query.chosen.none"))));
    }

    private void facts(SuppliersList chosen) {
        var facts = new FactList()
                .fact("privacy.query.supplier", Words.of(chosen.supplier()))
                .fact("privacy.query.product", Words.of(chosen.product()))
                .fact("privacy.query.state", badge(chosen.state()))
                .fact("privacy.query.version", number(chosen.version()))
                .fact("privacy.query.records", number(chosen.records()));
        known.add(facts);
        if (chosen.digest() != null) {
            facts.fact("privacy.query.digest", new DigestLine(chosen.digest()));
            known.add(MatchTestPanel.quiet(Words.of("privacy.query.digest.hint")));
        }
    }

    private static StatusBadge badge(ListState state) {
        var tone =
                switch (state) {
                    case READY -> Tone.GOOD;
                    case PREPARING -> Tone.RUNNING;
                    case AWAY -> Tone.WARNING;
                };
        return new StatusBadge(Words.of(state), tone);
    }

    private static @Nullable String number(@Nullable Long number) {
        return number == null ? null : Format.forReader().number(number);
    }
}
