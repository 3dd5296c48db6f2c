package org.sluice.ui.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sluice.process.LocalText;
import org.sluice.process.Role;

/** Exists only in the demo: its accounts and its clock. Views ask for it as an optional bean. */
public interface DemoDesk {

    /** @param roles what the person may do, at that unit */
    record Account(String username, LocalText name, LocalText post, LocalText unitName, List<Role> roles) {}

    /** The one password of all demo accounts. */
    String password();

    List<Account> accounts();

    /** The time by which the house works now. */
    Instant now();

    /** Moves the clock forward; timers that fall due run at once. It never goes back. */
    void advance(Duration duration);

    /** Moves the clock to a moment; one that is past changes nothing. */
    void advanceTo(Instant moment);

    /** Moves the clock to the same hour of the n-th next working day. */
    void advanceWorkingDays(int days);
}
