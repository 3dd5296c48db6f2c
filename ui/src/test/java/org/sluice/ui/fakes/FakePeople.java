package org.sluice.ui.fakes;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.Page;
import org.sluice.process.PersonId;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;
import org.sluice.ui.people.PeopleDesk;

/** Sixty people at head office, who forget what is done to them. */
public final class FakePeople implements PeopleDesk {

    public RuntimeException refusal;
    public NewPerson added;

    @Override
    public Page<Row> people(@Nullable String text, int offset, int limit) {
        var all = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> new Row(
                        new PersonId(new UUID(0, i)),
                        new LocalText("林清" + i, "Lin Qing " + i),
                        new LocalText("数据管理岗", "Data officer"),
                        UnitCode.HEAD_OFFICE,
                        new LocalText("总行", "Head office"),
                        "person-" + i,
                        EnumSet.of(Role.values()[i % Role.values().length], Role.BUSINESS_REQUESTER),
                        i % 8 != 0))
                .filter(row -> text == null || row.username().contains(text))
                .toList();
        var from = Math.min(offset, all.size());
        return new Page<>(all.size(), all.subList(from, Math.min(from + limit, all.size())));
    }

    @Override
    public List<Unit> units() {
        return List.of(
                new Unit(UnitCode.HEAD_OFFICE, new LocalText("总行", "Head office"), "HEAD_OFFICE", null),
                new Unit(
                        new UnitCode("HY"),
                        new LocalText("海原分行", "Haiyuan branch"),
                        "FIRST_TIER",
                        UnitCode.HEAD_OFFICE));
    }

    @Override
    public PersonId add(NewPerson person) {
        refuse();
        added = person;
        return new PersonId(new UUID(1, 1));
    }

    @Override
    public void setRoles(PersonId id, Set<Role> roles) {
        refuse();
    }

    @Override
    public void setEnabled(PersonId id, boolean enabled) {}

    @Override
    public void resetPassword(PersonId id, String firstPassword) {
        refuse();
    }

    @Override
    public int shortestPassword() {
        return 12;
    }

    @Override
    public void addUnit(UnitCode code, LocalText name, UnitCode parent) {
        refuse();
    }

    private void refuse() {
        if (refusal != null) {
            throw refusal;
        }
    }
}
