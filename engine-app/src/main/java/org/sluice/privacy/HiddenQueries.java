package org.sluice.privacy;

import static org.sluice.shared.Details.details;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.sluice.access.UsageGrants;
import org.sluice.privacy.HiddenLists.HiddenList;
import org.sluice.privacy.QueryDoor.Offered;
import org.sluice.process.Conflict;
import org.sluice.process.Invalid;
import org.sluice.process.LocalText;
import org.sluice.process.NotPermitted;
import org.sluice.process.Page;
import org.sluice.process.Problems;
import org.sluice.process.UnitCode;
import org.sluice.process.access.Purpose;
import org.sluice.process.privacy.HiddenQueryForm;
import org.sluice.rules.Severity;
import org.sluice.shared.Access;
import org.sluice.shared.Actor;
import org.sluice.shared.Actors;
import org.sluice.shared.Auditable;
import org.sluice.shared.OrgUnits;
import org.sluice.ui.privacy.HiddenQueryDesk;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The desk at which suppliers' lists are asked unseen. That somebody asks is on record before anybody answers, and how
 * many; what is asked, and what is answered, passes through and stays nowhere.
 */
@Service
public class HiddenQueries implements HiddenQueryDesk {

    private final HiddenLists lists;
    private final QueryDoor door;
    private final JobRules rules;
    private final UsageGrants grants;
    private final Requesters requesters;
    private final OrgUnits units;
    private final Access access;
    private final Actors actors;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    HiddenQueries(
            HiddenLists lists,
            QueryDoor door,
            JobRules rules,
            UsageGrants grants,
            Requesters requesters,
            OrgUnits units,
            Access access,
            Actors actors,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.lists = lists;
        this.door = door;
        this.rules = rules;
        this.grants = grants;
        this.requesters = requesters;
        this.units = units;
        this.access = access;
        this.actors = actors;
        this.transaction = transaction;
        this.events = events;
    }

    @Override
    public boolean mayAsk() {
        return !requesters.unitsOf(actors.current()).isEmpty();
    }

    /** No transaction is held open while suppliers are asked what they offer. */
    @Override
    public Choices choices() {
        var mine = requesters.requireUnits(actors.current());
        return new Choices(
                mine.stream()
                        .sorted((a, b) -> a.value().compareTo(b.value()))
                        .map(unit -> new Option(unit.value(), units.get(unit).name()))
                        .toList(),
                lists.all().stream().map(this::offer).toList());
    }

    private SuppliersList offer(HiddenList list) {
        try {
            return door.offered(list.party(), list.address()).stream()
                    .filter(each -> each.list().equals(list.name()))
                    .findFirst()
                    .map(each -> offered(list, each))
                    .orElseGet(() -> away(
                            list, new LocalText("供应商的计算节点没有此名单。", "The supplier's worker has no list of this name.")));
        } catch (QueryDoor.Refused refused) {
            return away(list, refused.words());
        } catch (Conflict noDoor) {
            return away(
                    list, new LocalText("本行的计算节点暂时不响应查询。", "The bank's worker does not answer questions just now."));
        }
    }

    private static SuppliersList offered(HiddenList list, Offered offered) {
        return offered.ready()
                ? new SuppliersList(
                        list.id().toString(),
                        list.name(),
                        list.supplier(),
                        list.productName(),
                        ListState.READY,
                        offered.version(),
                        offered.records(),
                        offered.digest(),
                        null)
                : closed(
                        list,
                        ListState.PREPARING,
                        new LocalText("供应商正在准备此名单。", "The supplier is preparing this list."));
    }

    private static SuppliersList away(HiddenList list, LocalText why) {
        return closed(list, ListState.AWAY, why);
    }

    private static SuppliersList closed(HiddenList list, ListState state, LocalText why) {
        return new SuppliersList(
                list.id().toString(), list.name(), list.supplier(), list.productName(), state, null, null, null, why);
    }

    /** Each look is short: one that begins, the question itself without any, and one that tells what came of it. */
    @Override
    public Answers ask(HiddenQueryForm form) {
        var actor = actors.current();
        var list = look(actor, form);
        var unit = new UnitCode(Objects.requireNonNull(form.unitCode()));
        var purpose = Objects.requireNonNull(form.purpose());
        var identifiers = Objects.requireNonNull(form.identifiers()).stream()
                .map(String::strip)
                .toList();
        long question = Objects.requireNonNull(
                transaction.execute(status -> begin(actor, list, unit, purpose, identifiers.size())));
        try {
            var answered = door.ask(list, identifiers);
            transaction.executeWithoutResult(status -> lists.answered(question, answered));
            return answers(identifiers, answered);
        } catch (QueryDoor.Refused refused) {
            transaction.executeWithoutResult(status -> lists.refused(question, refused.words()));
            throw new Conflict("hiddenQueryRefused", refused.words());
        } catch (Conflict noDoor) {
            transaction.executeWithoutResult(status ->
                    lists.refused(question, new LocalText("本行的计算节点未响应。", "The bank's worker did not answer.")));
            throw noDoor;
        } catch (RuntimeException unreadable) {
            transaction.executeWithoutResult(status -> lists.refused(
                    question, new LocalText("本行的计算节点的答复无法读取。", "What the bank's worker answered cannot be read.")));
            throw unreadable;
        }
    }

    private HiddenList look(Actor actor, HiddenQueryForm form) {
        var mine = requesters.requireUnits(actor);
        if (!form.problems().isEmpty()) {
            throw new Invalid(form.problems());
        }
        var list = lists.find(form.list());
        var unit = new UnitCode(Objects.requireNonNull(form.unitCode()));
        new Problems()
                .when(list.isEmpty(), "list", "unknownList")
                .when(!units.all().containsKey(unit), "unitCode", "unknownCode", unit.value())
                .orThrow();
        if (!mine.contains(unit)) {
            throw new NotPermitted("requester");
        }
        requireAllowed(actor, list.orElseThrow(), unit, Objects.requireNonNull(form.purpose()));
        return list.orElseThrow();
    }

    private void requireAllowed(Actor actor, HiddenList list, UnitCode unit, Purpose purpose) {
        var granted = grants.standingOf(list.product()).stream()
                .anyMatch(grant -> grant.unit().equals(unit)
                        && grant.purpose() == purpose
                        && grant.state().equals("ACTIVE"));
        if (!granted) {
            throw new NotPermitted("hiddenQueryGrant", units.get(unit).name(), list.productName());
        }
        rules.ofQuery(list, actor.id()).of(Severity.REJECT).stream().findFirst().ifPresent(finding -> {
            throw new Conflict("hiddenQueryForbidden", finding.id(), finding.text(), finding.remedy());
        });
    }

    private long begin(Actor actor, HiddenList list, UnitCode unit, Purpose purpose, int identifiers) {
        long question = lists.asked(list, unit, purpose, actor.id(), identifiers);
        events.publishEvent(new Auditable(
                "hiddenQuery.asked",
                null,
                actor,
                "hiddenList " + list.name(),
                details("party", list.supplier(), "purpose", purpose, "identifiers", identifiers)));
        return question;
    }

    private static Answers answers(List<String> identifiers, QueryDoor.Answered answered) {
        var answers = new ArrayList<Answer>();
        for (int i = 0; i < identifiers.size(); i++) {
            var value = answered.values().get(i);
            answers.add(new Answer(identifiers.get(i), value != null, value));
        }
        return new Answers(
                List.copyOf(answers),
                answered.version(),
                answered.digest(),
                answered.evaluations(),
                answered.retrievals(),
                answered.milliseconds());
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Asked> asked(int offset, int limit) {
        var actor = actors.current();
        access.requireCatalogue(actor);
        return lists.asked(access.visibleUnits(actor).orElse(null), offset, limit);
    }
}
