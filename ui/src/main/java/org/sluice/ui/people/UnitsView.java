package org.sluice.ui.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.UnitCode;
import org.sluice.ui.parts.DataGrid;
import org.sluice.ui.parts.FormFields;
import org.sluice.ui.parts.Notice;
import org.sluice.ui.parts.PageHeader;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Screen;
import org.sluice.ui.parts.Words;
import org.sluice.ui.people.PeopleDesk.Unit;
import org.sluice.ui.shell.MainLayout;

/** The organisation's units: head office, branches, and below them their branches. */
@Route(value = Routes.PEOPLE + "/units", layout = MainLayout.class)
@RolesAllowed("ADMINISTRATOR")
class UnitsView extends Screen {

    private final PeopleDesk desk;

    UnitsView(PeopleDesk desk) {
        super("people.units");
        this.desk = desk;
        show();
    }

    private void show() {
        removeAll();
        var add = new Button(Words.of("people.unit.add"), click -> dialog().open());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(
                new PageHeader(title())
                        .subtitle(Words.of("people.units.purpose"))
                        .actions(new RouterLink(Words.of("people.title"), PeopleView.class), add),
                DataGrid.of("people.units.none", desk.units())
                        .local("people.unit", Unit::name)
                        .grow()
                        .text("people.unit.code", unit -> unit.code().value())
                        .text("people.unit.tier", unit -> Words.of("tier." + unit.tier()))
                        .text("people.unit.parent", UnitsView::parent));
    }

    private static @Nullable String parent(Unit unit) {
        var parent = unit.parent();
        return parent == null ? null : parent.value();
    }

    private Dialog dialog() {
        var fields = new FormFields();
        var code = fields.required("code", new TextField(Words.of("people.unit.code")));
        var zh = fields.required("name.zh", new TextField(Words.of("people.name.zh")));
        var en = fields.required("name.en", new TextField(Words.of("people.name.en")));
        var parent = fields.required("parent", new ComboBox<>(Words.of("people.unit.parent"), desk.units()));
        parent.setItemLabelGenerator(unit -> Words.of(unit.name()));
        desk.units().stream()
                .filter(unit -> unit.code().isHeadOffice())
                .findFirst()
                .ifPresent(parent::setValue);
        var form = new Div(code, zh, en, parent);
        form.addClassName("narrow-form");
        var dialog = new Dialog(Words.of("people.unit.add"), form);
        var save = new Button(Words.of("people.unit.add"), click -> {
            var name = new LocalText(zh.getValue().strip(), en.getValue().strip());
            var above = parent.getValue() == null
                    ? UnitCode.HEAD_OFFICE
                    : parent.getValue().code();
            if (fields.attempt(() -> desk.addUnit(new UnitCode(code.getValue()), name, above))) {
                dialog.close();
                show();
                Notice.success("people.unit.added");
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(Words.of("parts.cancel"), click -> dialog.close()), save);
        return dialog;
    }
}
