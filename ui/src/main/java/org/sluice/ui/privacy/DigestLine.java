package org.sluice.ui.privacy;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.sluice.ui.parts.Words;

/** A digest: its beginning, to compare by eye, and all of it to copy. */
final class DigestLine extends Composite<Div> {

    private static final int SHORT = 16;

    /** Where a page may not reach the clipboard, the whole is shown and marked, and the keyboard copies it. */
    private static final String COPY = """
            const mark = () => {
              this.textContent = $0;
              getSelection().selectAllChildren(this);
            };
            navigator.clipboard ? navigator.clipboard.writeText($0).catch(mark) : mark();
            """;

    DigestLine(String whole) {
        var digest = new Span(whole.length() > SHORT ? whole.substring(0, SHORT) + "…" : whole);
        digest.addClassName("code");
        digest.setTitle(whole);
        var copy = new Button(Words.of("privacy.query.digest.copy"), click -> digest.getElement()
                .executeJs(COPY, whole));
        copy.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY_INLINE);
        copy.setAriaLabel(Words.of("privacy.query.digest.copyWhole"));
        getContent().add(digest, new Span(" "), copy);
    }
}
