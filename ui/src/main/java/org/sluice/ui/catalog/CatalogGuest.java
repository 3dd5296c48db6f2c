package org.sluice.ui.catalog;

import com.vaadin.flow.component.Component;

/** What a subject shows of a supplier and of a product, on their pages: the catalogue knows no other subject. */
public interface CatalogGuest {

    Component ofSupplier(String code);

    Component ofProduct(String code);
}
