package org.sluice.worker.query.served;

import java.security.SecureRandom;
import org.sluice.protocol.Cores;
import org.sluice.protocol.group.P256Multiplier;

/** What lists are prepared and questions answered with. */
public record Computing(Cores cores, P256Multiplier p256, SecureRandom random) {}
