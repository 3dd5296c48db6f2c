package org.sluice.planted.ui.catalog;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import java.time.Instant;
import javax.sql.DataSource;
import org.sluice.planted.ui.calendar.OtherSubject;
import org.springframework.beans.factory.annotation.Autowired;

/** Public, open to nobody in particular, fed by a field, looking into another subject, the database and the wall clock. */
@Route("leaky")
public class LeakyView extends Div {

    @Autowired
    DataSource database;

    OtherSubject other = new OtherSubject();
    Instant opened = Instant.now();
}
