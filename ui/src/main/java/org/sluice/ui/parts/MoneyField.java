package org.sluice.ui.parts;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.util.Locale;

/** An amount in CNY. What is pasted as people copy it, with its sign and separators, is taken as the number it is. */
public final class MoneyField extends BigDecimalField {

    private static final String TAKE_PASTED = """
            this.inputElement.addEventListener('paste', event => {
              const pasted = (event.clipboardData.getData('text') || '').replace(/[\\s,，¥￥]|CNY|RMB|元/gi, '');
              if (/^-?\\d+(\\.\\d+)?$/.test(pasted)) {
                event.preventDefault();
                this.inputElement.value = pasted;
                this.inputElement.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
                this.inputElement.dispatchEvent(new Event('change', {bubbles: true, composed: true}));
              }
            });
            """;

    public MoneyField(String label) {
        super(label);
        setLocale(Locale.ROOT);
        setPrefixComponent(new Span("¥"));
        getElement().executeJs(TAKE_PASTED);
    }
}
