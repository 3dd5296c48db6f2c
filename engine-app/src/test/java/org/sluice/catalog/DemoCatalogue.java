package org.sluice.catalog;

import org.sluice.demo.data.DemoDatabase;

/** The catalogue over the demo's data, made without a Spring context. */
public final class DemoCatalogue {

    private DemoCatalogue() {}

    public static Catalogue open() {
        var jdbc = DemoDatabase.shared();
        return new Catalogue(new Products(jdbc), new Suppliers(jdbc), new ApplicationCases(jdbc), new Taxonomy(jdbc));
    }
}
