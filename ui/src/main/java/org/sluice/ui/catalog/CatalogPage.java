package org.sluice.ui.catalog;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.parts.RowList;
import org.sluice.ui.parts.Screen;

/**
 * A page on which other subjects are guests. What these ask in comes through Spring, where the bundle does not see it, and so
 * is named here.
 */
@Uses(BigDecimalField.class)
@Uses(Checkbox.class)
@Uses(ComboBox.class)
@Uses(ConfirmDialog.class)
@Uses(DayField.class)
@Uses(Dialog.class)
@Uses(IntegerField.class)
@Uses(RadioButtonGroup.class)
@Uses(RowList.class)
@Uses(Select.class)
@Uses(TextArea.class)
@Uses(TextField.class)
abstract class CatalogPage extends Screen {

    CatalogPage(String titleKey) {
        super(titleKey);
    }
}
