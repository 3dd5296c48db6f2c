package org.sluice.browser;

/** One task, with its form beside the case. */
final class TaskPage {

    private final Person person;
    private final Browser browser;
    private final String caseNumber;
    private final Form form;
    private final String address;

    TaskPage(Person person, String caseNumber) {
        this.person = person;
        this.caseNumber = caseNumber;
        browser = person.browser();
        form = new Form(browser);
        browser.see(Labels.named(person.text("tasks.work")));
        browser.reads(caseNumber);
        address = browser.address();
    }

    Person person() {
        return person;
    }

    /** The case stands beside the form: its facts, its decisions, and the diagram with its token. */
    TaskPage standsBesideItsCase() {
        browser.see(Labels.heading(person.text("cases.section.facts")));
        browser.see(Labels.heading(person.text("cases.section.decisions")));
        new CasePage(person).drawsItsToken();
        return this;
    }

    TaskPage confirmNeed() {
        yesNo("confirmNeed.confirmed", true);
        yesNo("confirmNeed.inHouseFeasible", false);
        return this;
    }

    TaskPage declineReuse(String reason) {
        yesNo("confirmReuse.accepted", false);
        form.type(person.text("panel.confirmReuse.comment"), reason);
        return this;
    }

    TaskPage declineMerge(String reason) {
        yesNo("confirmMerge.accepted", false);
        form.type(person.text("panel.confirmMerge.comment"), reason);
        return this;
    }

    TaskPage support(String reason) {
        form.answer(person.text("panel.giveOpinion.opinion"), person.text("Opinion.SUPPORT"));
        form.type(person.text("panel.giveOpinion.comment"), reason);
        return this;
    }

    TaskPage findFeasible(String note) {
        form.answer(person.text("panel.writeFeasibilityNote.conclusion"), person.text("Feasibility.PROCEED"));
        yesNo("writeFeasibilityNote.freeChannel", false);
        form.type(person.text("panel.writeFeasibilityNote.note"), note);
        return this;
    }

    TaskPage approve(String reason) {
        yesNo("approveRequirement.approved", true);
        form.type(person.text("panel.approveRequirement.comment"), reason);
        return this;
    }

    /** Hands it in, and sees that it was taken. */
    void complete(String taskKey) {
        browser.press(person.text("tasks.complete"));
        isTaken(taskKey);
    }

    /** Hands it in though something is missing, which is asked back about. */
    void completeAllTheSame(String taskKey, String send) {
        browser.press(person.text("tasks.complete"));
        browser.press(person.text(send));
        isTaken(taskKey);
    }

    /** Hands it in, and is told at a field what is wrong. */
    TaskPage completeInVain(String problem) {
        browser.press(person.text("tasks.complete"));
        browser.reads(problem);
        return this;
    }

    /** The page says so, and goes on to what comes next once the case has settled. */
    private void isTaken(String taskKey) {
        browser.reads(person.text("tasks.done", person.text("task." + taskKey), caseNumber));
        browser.until("what comes next", () -> !browser.address().equals(address));
        browser.settle();
    }

    private void yesNo(String field, boolean yes) {
        form.answer(person.text("panel." + field), person.text("panel." + field + (yes ? ".yes" : ".no")));
    }
}
