package dev.handshakelab.export;

import dev.handshakelab.diagram.DiagramItem;
import dev.handshakelab.diagram.DiagramLayout;
import dev.handshakelab.diagram.Label;
import dev.handshakelab.export.Mark.Pen;
import dev.handshakelab.timeline.HostView.Certainty;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Pictures of a story: the whole, a part, pages, or a moment. Above the diagram stand a title and
 * the hosts.
 *
 * @param timeline the story
 * @param layout its geometry
 * @param look colours and icons
 * @param words what stands around it
 */
public record StoryPictures(
        Timeline timeline, DiagramLayout layout, Look look, SurroundingWords words) {
    private static final double HEAD_EM = 5.6;
    private static final double FOOT_EM = 2.2;

    /**
     * What stands around the diagram.
     *
     * @param title of the story
     * @param hosts the role of each host
     * @param foot under the diagram; empty: nothing
     */
    public record SurroundingWords(String title, Map<Side, String> hosts, String foot) {
        public SurroundingWords {
            hosts = Map.copyOf(hosts);
        }
    }

    /** The whole story on one sheet. */
    public Picture whole() {
        return part(0, layout.heightPx());
    }

    /** What lies between two heights of the diagram, px, and the labels that reach into it. */
    public Picture part(double fromY, double toY) {
        double from = Math.clamp(fromY, 0, layout.heightPx());
        double to = Math.clamp(toY, from, layout.heightPx());
        for (DiagramItem item : layout.itemsBetween(from, to)) {
            Label label = item.label();
            if (label != null && label.box().bottom() > from && label.box().y() < to) {
                from = Math.min(from, label.box().y());
                to = Math.max(to, label.box().bottom());
            }
        }
        return picture(from, to, headPx() + (to - from) + footPx(), Instant.end(timeline), "");
    }

    /** Sheets of a height, px, that together show the story; no label is cut. */
    public List<Picture> pages(double heightPx) {
        double room = heightPx - headPx() - footPx();
        if (room < HEAD_EM * layout.emPx()) {
            throw new IllegalArgumentException("no room on a page of " + heightPx);
        }
        // What comes after the last event, the ends of the last states, is worth no sheet.
        double end = layout.items().stream().mapToDouble(StoryPictures::lastEventY).max().orElse(0);
        List<Double> cuts = new ArrayList<>(List.of(0.0));
        while (cuts.getLast() + room < end) {
            cuts.add(cut(cuts.getLast(), cuts.getLast() + room));
        }
        cuts.add(Math.min(layout.heightPx(), cuts.getLast() + room));
        int last = cuts.size() - 1;
        List<Picture> pages = new ArrayList<>();
        for (int i = 0; i < last; i++) {
            String number = last == 1 ? "" : (i + 1) + " / " + last;
            pages.add(
                    picture(cuts.get(i), cuts.get(i + 1), heightPx, Instant.end(timeline), number));
        }
        return pages;
    }

    /**
     * A moment, as the window shows it in class: what is to come is left out.
     *
     * @param frame the last frame that has happened
     * @param nanos the time, at or after that frame
     * @param fromY the upper edge of what is seen, px
     * @param heightPx the height of the picture, px
     */
    public Picture moment(int frame, double nanos, double fromY, double heightPx) {
        double playheadY = Math.max(layout.axis().yOfFrame(frame), layout.axis().yAt(nanos));
        double to = fromY + heightPx - headPx() - footPx();
        return picture(fromY, to, heightPx, new Instant(frame, playheadY, true), "");
    }

    private static double lastEventY(DiagramItem item) {
        return item instanceof DiagramItem.StateBand state
                ? state.label().box().bottom()
                : item.bounds().bottom();
    }

    /** How much of a picture's height is not diagram, px. */
    public double surroundingsPx() {
        return headPx() + footPx();
    }

    private double headPx() {
        return Math.ceil(HEAD_EM * layout.emPx());
    }

    private double footPx() {
        return Math.ceil(FOOT_EM * layout.emPx());
    }

    /** A height that cuts no label, as far down as possible; if there is none, the lower one. */
    private double cut(double from, double to) {
        double cut = to;
        boolean moved = true;
        while (moved) {
            moved = false;
            for (DiagramItem item : layout.itemsBetween(cut - 1, cut)) {
                Label label = item.label();
                if (label != null && label.box().y() < cut && label.box().bottom() > cut) {
                    cut = label.box().y();
                    moved = true;
                }
            }
        }
        return cut > from + (to - from) / 2 ? cut : to;
    }

    private Picture picture(
            double from, double to, double heightPx, Instant instant, String number) {
        double head = headPx();
        Canvas diagram = new Canvas(0, head - from);
        DiagramPainter painter = new DiagramPainter(diagram, look, instant, layout.emPx());
        layout.itemsBetween(from, to).forEach(painter::paint);
        List<Mark> marks = new ArrayList<>(diagram.marks());
        Canvas around = new Canvas(0, 0);
        Ink paper = look.palette().canvas();
        // A little over the edges, where half a pixel of what is covered would shine through.
        double over = layout.emPx();
        around.fill(around.rect(0, -over, layout.widthPx(), head + over), paper);
        double below = head + to - from;
        around.fill(around.rect(0, below, layout.widthPx(), heightPx - below + over), paper);
        head(around, instant.hideFuture() ? instant.frame() : frameAt(from));
        foot(around, heightPx, number);
        marks.addAll(around.marks());
        return new Picture(layout.widthPx(), heightPx, paper, marks, words.title());
    }

    /** The last frame above a height; 0 at the top. */
    private int frameAt(double y) {
        return y <= 0 ? 0 : timeline.indexAt((long) layout.axis().nanosAt(y));
    }

    private void head(Canvas canvas, int frame) {
        double em = layout.emPx();
        Palette palette = look.palette();
        centered(canvas, words.title(), Typeface.BOLD, 1.25 * em, layout.widthPx() / 2, 1.7 * em);
        for (Side side : Side.values()) {
            double x = layout.lane(side).centerX();
            centered(canvas, words.hosts().getOrDefault(side, ""), Typeface.BOLD, em, x, 3.3 * em);
            String address = timeline.host(side).socket().toString();
            String below = frame == 0 ? address : state(side, frame);
            Ink ink = frame == 0 ? palette.muted() : palette.text();
            double size = 0.9 * em;
            double width = Typeface.REGULAR.width(below, size);
            canvas.words(below, Typeface.REGULAR, size, inside(x, width), 4.6 * em, ink);
        }
    }

    private String state(Side side, int frame) {
        var host = timeline.frame(frame).host(side);
        return look.blank() || host.certainty() == Certainty.UNKNOWN
                ? timeline.host(side).socket().toString()
                : host.state().rfcName();
    }

    private void centered(
            Canvas canvas, String text, Typeface face, double wanted, double x, double baselineY) {
        double natural = face.width(text, wanted);
        double size = natural > layout.widthPx() ? wanted * layout.widthPx() / natural : wanted;
        double left = inside(x, face.width(text, size));
        canvas.words(text, face, size, left, baselineY, look.palette().text());
    }

    /** Where a centred line begins so that it does not leave the sheet. */
    private double inside(double centerX, double width) {
        return Math.max(0, Math.min(centerX - width / 2, layout.widthPx() - width));
    }

    private void foot(Canvas canvas, double heightPx, String number) {
        double em = layout.emPx();
        double y = heightPx - 0.7 * em;
        Ink ink = look.palette().muted();
        canvas.words(words.foot(), Typeface.REGULAR, 0.8 * em, em, y, ink);
        double width = Typeface.REGULAR.width(number, 0.8 * em);
        canvas.words(number, Typeface.REGULAR, 0.8 * em, layout.widthPx() - em - width, y, ink);
        double lineY = heightPx - 1.9 * em;
        canvas.draw(
                canvas.line(em, lineY, layout.widthPx() - em, lineY),
                look.palette().line(),
                Pen.of(0.8));
    }
}
