package dev.handshakelab.view.touch;

import dev.handshakelab.sim.Possibility;
import dev.handshakelab.sim.World;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.text.Numbers;
import dev.handshakelab.view.text.PossibilityTexts;
import dev.handshakelab.view.touch.NextList.Group;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.kordamp.ikonli.feather.Feather;

/** What can happen next, in groups, in words. */
public final class NextViewModel {
    private final TouchDesk desk;
    private final TouchActions actions;
    private final PossibilityTexts texts;
    private final Messages messages;
    private final Supplier<Numbers> numbers;

    /**
     * @param numbers how sequence numbers are written
     */
    public NextViewModel(
            TouchDesk desk, TouchActions actions, Messages messages, Supplier<Numbers> numbers) {
        this.desk = desk;
        this.actions = actions;
        this.messages = messages;
        this.texts = new PossibilityTexts(messages);
        this.numbers = numbers;
    }

    /**
     * A heading and what stands under it.
     *
     * @param group what is put together in it
     */
    record Section(Group group, String title, List<Row> rows) {}

    /**
     * One thing that can happen.
     *
     * @param key its name for the program
     * @param outcome what would come of it; empty if nothing is to be seen
     * @param when when it happens by itself; empty if it never does
     * @param isNext whether it is what happens by itself
     * @param isPossible whether it can be chosen
     * @param isRefused whether TCP would answer it with an error
     */
    public record Row(
            String key,
            Feather sign,
            String title,
            String outcome,
            String when,
            boolean isNext,
            boolean isPossible,
            boolean isRefused,
            Possibility possibility) {}

    /** Calls back whenever the list may have changed. */
    void onChange(Runnable changed) {
        desk.present().onChange(changed);
        messages.localeProperty().subscribe(_ -> changed.run());
    }

    /** All that can happen; empty if what is shown cannot be touched. */
    List<Section> sections() {
        World world = desk.present().world();
        if (world == null) {
            return List.of();
        }
        Map<Group, List<Row>> rows = new EnumMap<>(Group.class);
        for (Possibility one : desk.present().possibilities()) {
            rows.computeIfAbsent(NextList.group(one.what()), _ -> new ArrayList<>())
                    .add(row(one, world));
        }
        return rows.entrySet().stream()
                .map(entry ->
                        new Section(
                                entry.getKey(),
                                messages.get("touch.group." + entry.getKey().name()),
                                List.copyOf(entry.getValue())))
                .toList();
    }

    private Row row(Possibility one, World world) {
        return new Row(
                NextList.key(one.what()),
                NextList.sign(one),
                texts.title(one, desk.present().frameIndex(), numbers.get()),
                texts.outcome(one),
                texts.when(one, world.nowNanos()),
                one.isNext(),
                one.isPossible(),
                one.refusal().isPresent(),
                one);
    }

    void choose(Row row) {
        actions.choose(row.possibility());
    }

    void inject() {
        actions.inject();
    }
}
