package org.sluice.planted.intake;

/** An id that could be mixed up with any other text, in a constructor. */
class TextForIdInConstructor {

    final String text;

    TextForIdInConstructor(String supplierId) {
        text = supplierId;
    }
}
