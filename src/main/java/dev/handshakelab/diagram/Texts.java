package dev.handshakelab.diagram;

import dev.handshakelab.diagram.DiagramItem.NoteKind;
import dev.handshakelab.diagram.Label.Style;
import dev.handshakelab.diagram.SegmentText.Word;
import dev.handshakelab.diagram.Story.Remark;
import dev.handshakelab.diagram.Story.Stay;
import dev.handshakelab.diagram.Story.TimerRun;
import dev.handshakelab.diagram.Story.Travel;
import dev.handshakelab.diagram.TypeSetter.Form;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.HostView.Certainty;
import dev.handshakelab.timeline.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The words of everything in a story, and the forms that they are set in. Lists run beside those of
 * the story.
 */
final class Texts {
    final Form segmentForm;
    final Form stateForm;
    final Form timerForm;
    final Form noteForm;
    final Form breakForm;

    final List<List<Word>> segments = new ArrayList<>();
    final List<List<Word>> states = new ArrayList<>();

    /** What timers say; {@link #timerSpeaks} tells which of them say it. */
    final List<String> timers = new ArrayList<>();

    final boolean[] timerSpeaks;

    /** Empty texts are not drawn. */
    final List<List<Word>> remarks = new ArrayList<>();

    private final TypeSetter setter;

    Texts(Story story, DiagramSettings settings, Labels labels, TypeSetter setter, double em) {
        this.setter = setter;
        segmentForm = new Form(0.96 * em, 0.62 * em, 0.12 * em, 0, 12);
        stateForm = new Form(0.84 * em, 0.5 * em, 0.18 * em, 1.05 * em, 3);
        timerForm = new Form(0.88 * em, 0.1 * em, 0.06 * em, 1.15 * em, 3);
        noteForm = new Form(0.96 * em, 0.1 * em, 0.08 * em, 0, 3);
        breakForm = new Form(0.88 * em, 0.8 * em, 0.06 * em, 0, 1);
        SegmentText notation = new SegmentText(settings, labels, story.travels);
        for (Travel travel : story.travels) {
            segments.add(notation.words(travel.flight));
        }
        for (Stay stay : story.stays) {
            String name =
                    stay.view.certainty() == Certainty.UNKNOWN
                            ? labels.unknownState()
                            : stay.view.state().rfcName();
            boolean inferred = stay.view.certainty() == Certainty.INFERRED;
            Word state = new Word(name, Style.STRONG);
            states.add(
                    inferred && !labels.inferredState().isEmpty()
                            ? List.of(state, new Word(labels.inferredState(), Style.PLAIN))
                            : List.of(state));
        }
        for (Remark remark : story.remarks) {
            boolean strong = LayoutBuilder.kindOf(remark.fact()) != NoteKind.NOTICE;
            Style style = strong ? Style.STRONG : Style.PLAIN;
            remarks.add(words(remarkText(story, remark, labels), style));
        }
        timerSpeaks = new boolean[story.timers.size()];
        nameTimers(story.timers, labels);
    }

    private static String remarkText(Story story, Remark remark, Labels labels) {
        return switch (remark.fact()) {
            case Fact.Called called -> labels.call(called.call());
            case Fact.Told told ->
                    labels.signal(
                            told.signal(),
                            story.timeline.frame(remark.frame()).host(remark.side()));
            case Fact.Crashed _, Fact.Rebooted _, Fact.CableChanged _, Fact.OptionsChanged _ ->
                    labels.incident(remark.fact());
            case Fact.Sent _,
                    Fact.Entered _,
                    Fact.Arrived _,
                    Fact.Lost _,
                    Fact.Rerouted _,
                    Fact.TimerStarted _,
                    Fact.TimerStopped _,
                    Fact.TimerFired _,
                    Fact.RuleFired _,
                    Fact.StateChanged _ ->
                    "";
        };
    }

    /** A ribbon speaks if it fires or says something else than the one of its kind before it. */
    private void nameTimers(List<TimerRun> runs, Labels labels) {
        Map<Side, Map<TimerKind, String>> said = new EnumMap<>(Side.class);
        for (int i = 0; i < runs.size(); i++) {
            TimerRun run = runs.get(i);
            String text = labels.timer(run.timer.kind(), run.timer.lengthNanos());
            timers.add(text);
            String before =
                    said.computeIfAbsent(run.side, _ -> new EnumMap<>(TimerKind.class))
                            .put(run.timer.kind(), text);
            boolean news = !text.equals(before) || run.end == DiagramItem.TimerEnd.FIRED;
            timerSpeaks[i] = !text.isEmpty() && news;
        }
    }

    /** What all these texts would like to have on one line each. */
    Columns.Wish wish(Story story) {
        double widestState = 0;
        for (TcpState state : TcpState.values()) {
            widestState = Math.max(widestState, stateWidth(state));
        }
        double inner = widestState;
        double outer = 0;
        double wire = 0;
        int slots = 1;
        for (int i = 0; i < timers.size(); i++) {
            slots = Math.max(slots, story.timers.get(i).slot + 1);
            if (timerSpeaks[i]) {
                inner = Math.max(inner, setter.naturalWidth(plain(timers.get(i)), timerForm));
            }
        }
        for (List<Word> remark : remarks) {
            if (!remark.isEmpty()) {
                outer = Math.max(outer, setter.naturalWidth(remark, noteForm));
            }
        }
        for (List<Word> segment : segments) {
            wire = Math.max(wire, setter.naturalWidth(segment, segmentForm));
        }
        return new Columns.Wish(slots, widestState, inner, outer, wire);
    }

    /** All states count, so that the columns stand still from one scenario to the next. */
    private double stateWidth(TcpState state) {
        return setter.naturalWidth(List.of(new Word(state.rfcName(), Style.STRONG)), stateForm);
    }

    Label set(List<Word> words, Form form, double maxWidth) {
        return setter.set(words, form, maxWidth);
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
