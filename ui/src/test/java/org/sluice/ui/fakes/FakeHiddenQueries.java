package org.sluice.ui.fakes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.Page;
import org.sluice.process.access.Purpose;
import org.sluice.process.privacy.HiddenQueryForm;
import org.sluice.ui.privacy.HiddenQueryDesk;

/** Lists of which the even identifiers are found; remembers what it was asked. */
public final class FakeHiddenQueries implements HiddenQueryDesk {

    public static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final LocalText SUPPLIER = new LocalText("甲公司", "Alpha Ltd");
    private static final LocalText PRODUCT = new LocalText("失信被执行人", "Dishonoured debtors");

    public final List<HiddenQueryForm> sent = new ArrayList<>();
    public boolean mayAsk = true;
    public int choicesAsked;
    public @Nullable RuntimeException refuses;
    public @Nullable RuntimeException choicesFail;
    public boolean broken;
    public List<Option> units = List.of(new Option("HO", new LocalText("总行", "Head office")));
    public List<SuppliersList> lists = List.of(
            list("L-1", "debtors", ListState.READY), list("L-2", "tax", ListState.PREPARING), away("L-3", "vehicles"));
    public List<Asked> questions =
            List.of(question(3, 8, null), question(1, null, new LocalText("额度用尽", "quota used up")));

    public static SuppliersList list(String id, String name, ListState state) {
        var ready = state == ListState.READY;
        return new SuppliersList(
                id,
                name,
                SUPPLIER,
                PRODUCT,
                state,
                ready ? 7L : null,
                ready ? 120_000L : null,
                ready ? DIGEST : null,
                null);
    }

    public static SuppliersList away(String id, String name) {
        return new SuppliersList(
                id,
                name,
                SUPPLIER,
                PRODUCT,
                ListState.AWAY,
                null,
                null,
                null,
                new LocalText("供应商的节点没有响应。", "The supplier’s worker does not answer."));
    }

    public static Asked question(int identifiers, @Nullable Integer counted, @Nullable LocalText refused) {
        return new Asked(
                Instant.parse("2026-11-22T03:00:00Z"),
                new LocalText("张三", "Zhang San"),
                new LocalText("总行", "Head office"),
                Purpose.RISK_MONITORING,
                "debtors",
                SUPPLIER,
                identifiers,
                counted,
                counted == null ? null : 412L,
                refused);
    }

    @Override
    public boolean mayAsk() {
        return mayAsk;
    }

    @Override
    public Choices choices() {
        choicesAsked++;
        if (choicesFail != null) {
            throw choicesFail;
        }
        return new Choices(units, lists);
    }

    @Override
    public Answers ask(HiddenQueryForm form) {
        if (refuses != null) {
            throw refuses;
        }
        sent.add(form);
        var asked = form.identifiers() == null ? List.<String>of() : form.identifiers();
        var answers = new ArrayList<Answer>();
        for (int i = 0; i < asked.size(); i++) {
            var found = i % 2 == 0;
            answers.add(new Answer(asked.get(i), found, found ? "entry of " + asked.get(i) : null));
        }
        return new Answers(answers, 7, DIGEST, 8, 8, 412);
    }

    @Override
    public Page<Asked> asked(int offset, int limit) {
        if (broken) {
            throw new IllegalStateException("the database is away");
        }
        return new Page<>(
                questions.size(),
                questions.subList(Math.min(offset, questions.size()), Math.min(offset + limit, questions.size())));
    }
}
