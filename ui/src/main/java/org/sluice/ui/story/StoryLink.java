package org.sluice.ui.story;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouterLink;
import java.util.Optional;
import org.sluice.ui.parts.Words;
import org.sluice.ui.shell.FrameGuest;
import org.springframework.beans.factory.ObjectProvider;

/** Leads to the guided story, and back to it, from every page of the demo. */
@org.springframework.stereotype.Component
class StoryLink implements FrameGuest {

    private final ObjectProvider<StoryDesk> desk;

    StoryLink(ObjectProvider<StoryDesk> desk) {
        this.desk = desk;
    }

    @Override
    public Optional<Component> inHeader() {
        return link("story.link", "story-link");
    }

    @Override
    public Optional<Component> atSignIn() {
        return link("story.atSignIn", "story-at-sign-in");
    }

    private Optional<Component> link(String key, String name) {
        return Optional.ofNullable(desk.getIfAvailable()).map(story -> {
            var link = new RouterLink(Words.of(key), StoryView.class);
            link.addClassName(name);
            return link;
        });
    }
}
