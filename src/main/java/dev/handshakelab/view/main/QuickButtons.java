package dev.handshakelab.view.main;

import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.view.library.LibraryViewModel;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.tip.Tips;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The buttons of the {@link QuickStory quick stories}, and the stories of the keys 1 to 9. */
final class QuickButtons {
    private static final int NUMBERED = 9;

    private final LibraryViewModel library;
    private final Messages messages;
    private final Consumer<Scenario> open;
    private final Map<QuickStory, ToggleButton> buttons = new EnumMap<>(QuickStory.class);

    QuickButtons(LibraryViewModel library, Messages messages, Consumer<Scenario> open) {
        this.library = library;
        this.messages = messages;
        this.open = open;
    }

    /** The scenarios of the keys 1 to 9: the quick stories, then the library from its beginning. */
    static List<Scenario> numbered(LibraryViewModel library) {
        var all = new LinkedHashSet<Scenario>();
        Stream.of(QuickStory.values())
                .flatMap(quick -> library.first(quick.idPrefix()).stream())
                .forEach(all::add);
        all.addAll(library.bundled());
        return all.stream().limit(NUMBERED).toList();
    }

    /** Fills the row of buttons. */
    void fill(SegmentedButton row) {
        // In a group Tab would reach only one, and arrow keys would mark another without a deed.
        row.setToggleGroup(null);
        for (QuickStory quick : QuickStory.values()) {
            row.getButtons().add(button(quick));
        }
    }

    /** Marks the button of the scenario that is open, if it has one. */
    void mark(@Nullable Scenario current) {
        buttons.forEach((quick, button) -> button.setSelected(isOf(quick, current)));
    }

    private boolean isOf(QuickStory quick, @Nullable Scenario scenario) {
        return library.first(quick.idPrefix()).filter(one -> one.equals(scenario)).isPresent();
    }

    private String tip(QuickStory quick) {
        return messages.get("quick.tip", messages.get(quick.key()), quick.ordinal() + 1);
    }

    private Tooltip tooltip(QuickStory quick) {
        var tip = new Tooltip();
        tip.textProperty()
                .bind(Bindings.createStringBinding(() -> tip(quick), messages.localeProperty()));
        return tip;
    }

    private ToggleButton button(QuickStory quick) {
        var button = new ToggleButton();
        button.setId("quick" + quick.idPrefix());
        button.setGraphic(new FontIcon(quick.sign()));
        messages.bind(button, quick.key());
        button.accessibleTextProperty().bind(messages.binding(quick.key()));
        Tips.onDemand(button, () -> tooltip(quick));
        button.setOnAction(_ -> choose(quick, button));
        buttons.put(quick, button);
        return button;
    }

    private void choose(QuickStory quick, ToggleButton button) {
        // In the first moment after the start the library may not have been read yet.
        library.first(quick.idPrefix())
                .ifPresentOrElse(this::choose, () -> button.setSelected(false));
    }

    private void choose(Scenario scenario) {
        // A second click would put the button out, but its story stays: it begins anew.
        mark(scenario);
        open.accept(scenario);
    }
}
