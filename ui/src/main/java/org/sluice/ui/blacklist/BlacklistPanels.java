package org.sluice.ui.blacklist;

import java.util.List;
import org.sluice.process.blacklist.BlacklistLiftingProcess;
import org.sluice.process.blacklist.BlacklistListingProcess;
import org.sluice.process.blacklist.DecideAppeal;
import org.sluice.process.blacklist.DecideListing;
import org.sluice.process.blacklist.InvestigateSupplier;
import org.sluice.process.blacklist.NoticeSupplier;
import org.sluice.process.blacklist.RecordAppeal;
import org.sluice.process.blacklist.RecordReply;
import org.sluice.process.blacklist.ReviewListing;
import org.sluice.process.blacklist.ReviewRelatedParty;
import org.sluice.process.blacklist.SupplierBlacklistProcess.Task;
import org.sluice.ui.tasks.PanelSource;
import org.sluice.ui.tasks.PanelType;
import org.springframework.stereotype.Component;

/** The panels of the blacklist's user tasks. */
@Component
public class BlacklistPanels implements PanelSource {

    @Override
    public List<PanelType<?>> panels() {
        return List.of(
                new PanelType<>(
                        Task.INVESTIGATE_SUPPLIER, InvestigateSupplier.class, given -> new InvestigateSupplierPanel()),
                new PanelType<>(Task.NOTICE_SUPPLIER, NoticeSupplier.class, given -> new NoticeSupplierPanel()),
                new PanelType<>(Task.RECORD_REPLY, RecordReply.class, given -> new RecordReplyPanel()),
                decision(Task.APPROVE_LISTING),
                decision(Task.VOTE_ON_LISTING),
                new PanelType<>(
                        Task.REVIEW_RELATED_PARTY, ReviewRelatedParty.class, given -> new ReviewRelatedPartyPanel()),
                new PanelType<>(
                        BlacklistListingProcess.Task.RECORD_APPEAL,
                        RecordAppeal.class,
                        given -> new RecordAppealPanel()),
                new PanelType<>(
                        BlacklistListingProcess.Task.DECIDE_APPEAL,
                        DecideAppeal.class,
                        given -> new DecideAppealPanel()),
                new PanelType<>(
                        BlacklistListingProcess.Task.REVIEW_LISTING,
                        ReviewListing.class,
                        given -> new ReviewListingPanel()),
                decision(BlacklistLiftingProcess.Task.APPROVE_LIFTING));
    }

    private static PanelType<DecideListing> decision(String key) {
        return new PanelType<>(key, DecideListing.class, given -> new DecideListingPanel(key));
    }
}
