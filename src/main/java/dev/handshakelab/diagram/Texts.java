package dev.handshakelab.diagram;

import dev.handshakelab.diagram.DiagramItem.NoteKind;
import dev.handshakelab.diagram.Label.Style;
import dev.handshakelab.diagram.SegmentText.Word;
import dev.handshakelab.diagram.Story.Remark;
import dev.handshakelab.diagram.Story.Stay;
import dev.handshakelab.diagram.Story.TimerRun;
import dev.handshakelab.diagram.TypeSetter.Form;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.HostView.Certainty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of everything in a story, and the forms that they are set in. */
final class Texts {
    /** Widths are kept a little less precisely than they are measured. */
    private static final double TOLERANCE = 1 + 1e-6;

    final Form segmentForm;
    final Form stateForm;
    final Form timerForm;
    final Form noteForm;
    final Form breakForm;

    private final Story story;
    private final Labels labels;
    private final SegmentText notation;
    private final TypeSetter setter;
    private final TextWidths widths;

    /**
     * @param known the widths of the same texts in the same font; null if they have to be measured
     */
    Texts(
            Story story,
            DiagramSettings settings,
            Labels labels,
            TypeSetter setter,
            double em,
            @Nullable TextWidths known) {
        this.story = story;
        this.labels = labels;
        this.setter = setter;
        segmentForm = new Form(0.96 * em, 0.62 * em, 0.12 * em, 0, 12);
        stateForm = new Form(0.84 * em, 0.5 * em, 0.18 * em, 1.05 * em, 3);
        timerForm = new Form(0.88 * em, 0.1 * em, 0.06 * em, 1.15 * em, 3);
        noteForm = new Form(0.96 * em, 0.1 * em, 0.08 * em, 0, 3);
        breakForm = new Form(0.88 * em, 0.8 * em, 0.06 * em, 0, 1);
        notation = new SegmentText(settings, labels, story.travels);
        widths = known == null ? TextWidths.of(story, this, labels) : known;
    }

    TextWidths widths() {
        return widths;
    }

    /** What a segment says. */
    List<Word> segment(int travel) {
        return notation.words(travel);
    }

    /** The name of a state. */
    List<Word> state(int place) {
        Stay stay = story.stays.get(place);
        String name =
                stay.view.certainty() == Certainty.UNKNOWN
                        ? labels.unknownState()
                        : stay.view.state().rfcName();
        Word state = new Word(name, Style.STRONG);
        boolean inferred = stay.view.certainty() == Certainty.INFERRED;
        return inferred && !labels.inferredState().isEmpty()
                ? List.of(state, new Word(labels.inferredState(), Style.PLAIN))
                : List.of(state);
    }

    /** What a call, a notice or an incident says; empty if it is not drawn. */
    List<Word> remark(int place) {
        Remark remark = story.remarks.get(place);
        boolean strong = LayoutBuilder.kindOf(remark.fact()) != NoteKind.NOTICE;
        return words(remarkText(remark, labels), strong ? Style.STRONG : Style.PLAIN);
    }

    /** What a timer says; {@link #timerSpeaks} tells whether it says it. */
    String timer(int place) {
        TimerRun run = story.timers.get(place);
        return labels.timer(run.timer.kind(), run.timer.lengthNanos());
    }

    boolean remarkSpeaks(int place) {
        return TextWidths.isDrawn(widths.remarks[place]);
    }

    boolean timerSpeaks(int place) {
        return TextWidths.isDrawn(widths.timers[place]);
    }

    // Labels at the origin, and how high they are

    Label segmentLabel(int travel, double maxWidth) {
        return setter.set(segment(travel), segmentForm, maxWidth);
    }

    double segmentHeight(int travel, double maxWidth) {
        return isOneLine(widths.segments[travel], segmentForm, maxWidth)
                ? TypeSetter.height(segmentForm, 1)
                : segmentLabel(travel, maxWidth).box().height();
    }

    Label remarkLabel(int place, double maxWidth) {
        return setter.set(remark(place), noteForm, maxWidth);
    }

    double remarkHeight(int place, double maxWidth) {
        return isOneLine(widths.remarks[place], noteForm, maxWidth)
                ? TypeSetter.height(noteForm, 1)
                : remarkLabel(place, maxWidth).box().height();
    }

    Label timerLabel(int place, double maxWidth) {
        return setter.set(plain(timer(place)), timerForm, maxWidth);
    }

    double timerHeight(int place, double maxWidth) {
        return isOneLine(widths.timers[place], timerForm, maxWidth)
                ? TypeSetter.height(timerForm, 1)
                : timerLabel(place, maxWidth).box().height();
    }

    Label stateLabel(int place, double maxWidth) {
        return setter.set(state(place), stateForm, maxWidth);
    }

    /** The mark of squeezed time. */
    Label breakLabel(long nanos, double maxWidth) {
        return setter.set(plain(labels.duration(nanos)), breakForm, maxWidth);
    }

    private static boolean isOneLine(float width, Form form, double maxWidth) {
        return width * form.sizePx() * TOLERANCE <= TypeSetter.room(form, maxWidth);
    }

    /** How wide words are on one line, in proportion to the size of the text. */
    double lineWidth(List<Word> words, Form form) {
        return setter.lineWidth(words, form) / form.sizePx();
    }

    private static String remarkText(Remark remark, Labels labels) {
        return switch (remark.fact()) {
            case Fact.Called called -> labels.call(called.call());
            case Fact.Told told -> labels.signal(told.signal(), remark.after());
            case Fact.Crashed _,
                    Fact.Rebooted _,
                    Fact.CableChanged _,
                    Fact.NetworkChanged _,
                    Fact.OptionsChanged _ ->
                    labels.incident(remark.fact());
            case Fact.OfSegment _, Fact.OfTimer _, Fact.OfMachine _ -> "";
        };
    }

    /** What all these texts would like to have on one line each. */
    Columns.Wish wish() {
        double widestState = 0;
        // All states count, so that the columns stand still from one scenario to the next.
        for (TcpState state : TcpState.values()) {
            List<Word> name = List.of(new Word(state.rfcName(), Style.STRONG));
            widestState = Math.max(widestState, boxWidth(lineWidth(name, stateForm), stateForm));
        }
        int slots = 1;
        for (TimerRun run : story.timers) {
            slots = Math.max(slots, run.slot + 1);
        }
        return new Columns.Wish(
                slots,
                widestState,
                Math.max(widestState, boxWidth(widths.widestTimer, timerForm)),
                boxWidth(widths.widestRemark, noteForm),
                boxWidth(widths.widestSegment, segmentForm));
    }

    private static double boxWidth(double lineWidth, Form form) {
        double around = 2 * form.padXPx() + form.iconPx();
        return lineWidth > 0 ? Math.ceil(around + lineWidth * form.sizePx()) : 0;
    }

    static List<Word> plain(String text) {
        return words(text, Style.PLAIN);
    }

    private static List<Word> words(String text, Style style) {
        List<Word> words = new ArrayList<>(3);
        for (String word : text.split(" ")) {
            if (!word.isEmpty()) {
                words.add(new Word(word, style));
            }
        }
        return words;
    }
}
