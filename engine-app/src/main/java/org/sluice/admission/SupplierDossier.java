package org.sluice.admission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sluice.blacklist.Blacklist;
import org.sluice.catalog.SupplierRegister;
import org.sluice.rules.facts.SupplierFacts;
import org.sluice.shared.Demand;
import org.sluice.shared.WorkingDays;
import org.springframework.stereotype.Component;

/** The facts of a supplier's admission: what was entered, and in its place what the house knows by itself. */
@Component
class SupplierDossier {

    private static final String BLACKLISTED = "BLACKLISTED";

    private final Dossiers dossiers;
    private final SupplierRegister suppliers;
    private final Demand demand;
    private final Blacklist blacklist;
    private final AdmissionStore store;
    private final Clock clock;

    SupplierDossier(
            Dossiers dossiers,
            SupplierRegister suppliers,
            Demand demand,
            Blacklist blacklist,
            AdmissionStore store,
            Clock clock) {
        this.dossiers = dossiers;
        this.suppliers = suppliers;
        this.demand = demand;
        this.blacklist = blacklist;
        this.store = store;
        this.clock = clock;
    }

    /** What the rules are asked about. */
    SupplierFacts facts(Admission admission) {
        var dossier = dossiers.present(admission)
                .orElseThrow(() -> new IllegalStateException("Admission " + admission.id() + " has no dossier"));
        return SupplierFacts.of(Dossiers.together(dossier.facts(), known(admission)));
    }

    /** From the register of suppliers, the case and earlier admissions. */
    Map<String, Object> known(Admission admission) {
        var supplier = suppliers.get(admission.subject());
        var known = new LinkedHashMap<String, Object>();
        known.put("supplierType", supplier.type());
        known.put("actsByLaw", supplier.actsByLaw());
        known.put("uscc", supplier.uscc());
        known.put("legalName", supplier.name().zh());
        // the register may know of one that was listed before the house kept entries
        known.put(
                "blacklisted",
                blacklist.isListed(supplier.id()) || supplier.state().equals(BLACKLISTED));
        known.putAll(ties(supplier.id()));
        demand.served(admission.caseId()).ifPresent(served -> {
            known.put("containsPersonalInfo", served.containsPersonalInfo());
            known.put("subjectType", served.subjectType().name());
            known.put("jrLevel", served.jrLevel());
            served.amount().ifPresent(amount -> known.put("contractAmount", amount.amount()));
        });
        store.lastRefused(AdmissionKind.SUPPLIER, supplier.id()).ifPresent(on -> {
            known.put("rejectedBefore", true);
            known.put("lastRejectedOn", on.toString());
        });
        return known;
    }

    /**
     * Ties to those on the blacklist, as far as the register of related parties knows them; where it knows none, whoever
     * files the dossier may still know one.
     */
    private Map<String, Object> ties(UUID supplier) {
        var ties = blacklist.ties(supplier);
        var known = new LinkedHashMap<String, Object>();
        if (ties.representative()) {
            known.put("blacklistedRepresentative", true);
        }
        if (ties.controller()) {
            known.put("blacklistedController", true);
        }
        if (ties.ownership() != null) {
            known.put("blacklistedOwnership", ties.ownership());
        }
        return known;
    }

    /**
     * A whole dossier of a sound supplier of this one's type, with what was entered last and what the house knows in its
     * place: what an example shows.
     */
    Map<String, Object> example(Admission admission) {
        var supplier = suppliers.get(admission.subject());
        var today = WorkingDays.today(clock);
        var sound = sound(supplier, today);
        sound.putAll(dossiers.latest(admission));
        return Dossiers.together(sound, known(admission));
    }

    private static Map<String, Object> sound(SupplierRegister.Registered supplier, LocalDate today) {
        var sound = new LinkedHashMap<String, Object>();
        sound.put("registeredName", supplier.name().zh());
        sound.put("registrationStatus", "EXISTING");
        sound.put("cooperationAgreement", supplier.actsByLaw());
        sound.put("establishedOn", today.minusYears(8).toString());
        sound.put("paidInCapital", 20_000_000);
        sound.put("checkedOn", today.minusDays(3).toString());
        sound.put("relatedPartyOfBank", "NONE");
        for (var name : List.of("majorIllegalCount36m", "adminPenaltyCount24m", "blacklistedOwnership")) {
            sound.put(name, 0);
        }
        for (var name : List.of("worstIncident24m", "worstIncident36m")) {
            sound.put(name, "NONE");
        }
        sound.put("classShare", 0.1);
        sound.put("spendShare", 0.05);
        sound.put("creditPermits", List.of());
        sound.put("mlpsLevel", 3);
        sound.put("mlpsReportDate", today.minusMonths(2).toString());
        sound.put("securityCertificate", "ISO_27001");
        sound.put("securityCertificateValidTo", today.plusYears(2).toString());
        sound.put("serverLocation", "MAINLAND");
        sound.put("processingMode", "PROVIDE");
        sound.put("dueDiligenceOn", today.minusMonths(1).toString());
        for (var name : List.of(
                "independentLiability",
                "taxProof",
                "socialSecurityProof",
                "antiBriberyPledge",
                "confidentialityAgreement",
                "dueDiligenceDone",
                "dueDiligenceOnSite",
                "newFacts")) {
            sound.put(name, true);
        }
        for (var name : List.of(
                "dishonestJudgmentDebtor",
                "majorTaxViolator",
                "govProcurementSevereBreach",
                "abnormalOperation",
                "seriousIllegal",
                "domesticOrUnListHit",
                "foreignListHit",
                "dataPenalty24m",
                "underCriminalInvestigation",
                "rejectedBefore",
                "blacklistedRepresentative",
                "blacklistedController",
                "reviewerRelation",
                "publicDataAuthorized",
                "tradingIntermediary",
                "agent",
                "consortium",
                "privacyProductOffered",
                "offshoreAccess",
                "importantOutsourcing",
                "materialChange",
                "publicData",
                "creditInformation")) {
            sound.put(name, false);
        }
        switch (supplier.type()) {
            case "PUBLIC_DATA_OPERATOR" -> {
                sound.put("publicDataAuthorized", true);
                sound.put("publicDataAuthValidTo", today.plusYears(2).toString());
                sound.put("disclosureYear", today.getYear());
            }
            case "DATA_EXCHANGE" -> {
                sound.put("sourceStatement", true);
                sound.put("identityCheck", true);
            }
            default -> {
                // nothing more is asked of the other types
            }
        }
        return sound;
    }
}
