package org.sluice.rules.facts;

import org.jspecify.annotations.Nullable;
import org.sluice.process.intake.InterfaceForm;
import org.sluice.process.intake.SubjectType;

/** What the product is and how it is delivered. */
public record ProductForm(
        @Nullable String dataClass,
        @Nullable ProductKind productKind,
        @Nullable DeliveryForm deliveryForm,
        @Nullable InterfaceForm interfaceForm,
        @Nullable Boolean publicData,
        @Nullable Boolean lawfullyPublic,
        @Nullable SubjectType subjectType,
        @Nullable Boolean techniqueAvailable,
        @Nullable Boolean businessCritical,
        @Nullable Boolean substituteExists,
        @Nullable Boolean standbyInterface,
        @Nullable Boolean exitPlan) {}
