package org.sluice.worker.query.asked;

import org.sluice.worker.party.Address;
import org.sluice.worker.party.PartyId;

/** Whose list is asked, and where it answers. */
public record Peer(PartyId party, Address address) {}
