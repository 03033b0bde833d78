package dev.handshakelab.export;

import dev.handshakelab.diagram.Box;
import dev.handshakelab.diagram.BreakShape;
import dev.handshakelab.diagram.DiagramItem;
import dev.handshakelab.diagram.DiagramItem.Arrow;
import dev.handshakelab.diagram.DiagramItem.ArrowEnd;
import dev.handshakelab.diagram.DiagramItem.ArrowStart;
import dev.handshakelab.diagram.DiagramItem.IdleBreak;
import dev.handshakelab.diagram.DiagramItem.Note;
import dev.handshakelab.diagram.DiagramItem.NoteKind;
import dev.handshakelab.diagram.DiagramItem.Ribbon;
import dev.handshakelab.diagram.DiagramItem.StateBand;
import dev.handshakelab.diagram.DiagramItem.TimerEnd;
import dev.handshakelab.diagram.HeadShape;
import dev.handshakelab.diagram.Label;
import dev.handshakelab.diagram.SegmentKind;
import dev.handshakelab.export.Mark.Pen;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.HostView.Certainty;
import dev.handshakelab.timeline.Side;

/** Draws the things of a diagram as the window does. */
final class DiagramPainter {
    private static final double AHEAD = 0.35;
    private static final double FUTURE = 0.55;
    private static final double MARK_EM = 0.36;
    private static final double BAR_EM = 0.3;
    private static final double NOTE_GAP_PX = 4;

    private final Canvas canvas;
    private final Look look;
    private final Palette palette;
    private final Instant instant;
    private final double em;
    private final LabelPainter labels;

    DiagramPainter(Canvas canvas, Look look, Instant instant, double emPx) {
        this.canvas = canvas;
        this.look = look;
        this.palette = look.palette();
        this.instant = instant;
        this.em = emPx;
        this.labels = new LabelPainter(canvas, look);
    }

    void paint(DiagramItem item) {
        boolean begun = instant.hasBegun(item);
        if (!begun && instant.hideFuture()) {
            return;
        }
        double share = begun ? 1 : FUTURE;
        switch (item) {
            case Arrow arrow -> paint(arrow, share);
            case StateBand band -> paint(band, share);
            case Ribbon ribbon -> paint(ribbon, share);
            case Note note -> paint(note, share);
            case IdleBreak idle -> paint(idle, share);
        }
    }

    private void paint(Arrow arrow, double share) {
        Ink strong = palette.strong(arrow.kind());
        double y = instant.reached(arrow, arrow.endFrame(), arrow.y0(), arrow.y1());
        boolean whole = y >= arrow.y1();
        Pen pen = SegmentPen.shaft(arrow.kind());
        if (y > arrow.y0()) {
            canvas.drawBehind(shaft(arrow, arrow.y0(), y), strong, pen);
            if (arrow.kind() == SegmentKind.RETRANSMISSION) {
                canvas.drawBehind(shaft(arrow, arrow.y0(), y), palette.canvas(), Pen.of(1.6));
            }
        }
        if (!whole && !instant.hideFuture()) {
            canvas.drawBehind(shaft(arrow, y, arrow.y1()), strong.faded(AHEAD), pen);
        }
        if (arrow.start() == ArrowStart.OUTSIDE) {
            var circle = canvas.circle(arrow.x0(), arrow.y0(), MARK_EM * em);
            canvas.fillBehind(circle, palette.canvas());
            canvas.drawBehind(circle, strong, Pen.dashed(1.8, 2.0, 2.0));
        }
        if (whole || !instant.hideFuture()) {
            head(arrow, strong.faded(whole ? 1 : 0.4));
        }
        if (whole || !instant.hideFuture() || y >= arrow.label().box().centerY()) {
            Ink edge = strong.faded(share);
            labels.box(
                    arrow.label(),
                    5,
                    palette.soft(arrow.kind()).faded(share),
                    edge,
                    SegmentPen.border(arrow.kind()));
            labels.text(arrow.label(), palette.text().faded(share), edge, edge, true);
        }
        if (instant.hasBegun(arrow) && !whole) {
            var mark = canvas.circle(arrow.xAt(y), y, MARK_EM * em);
            canvas.both(mark, strong, palette.canvas(), Pen.of(2));
        }
    }

    private java.awt.Shape shaft(Arrow arrow, double fromY, double toY) {
        return canvas.line(arrow.xAt(fromY), fromY, arrow.xAt(toY), toY);
    }

    private void head(Arrow arrow, Ink strong) {
        boolean lost = arrow.end() == ArrowEnd.LOST;
        Pen round = new Pen(SegmentPen.headWidthPx(arrow.kind(), lost), java.util.List.of(), true);
        for (HeadShape.Stroke stroke : HeadShape.of(arrow, em)) {
            var shape = canvas.path(stroke.points(), stroke.closed());
            if (HeadShape.isOpen(arrow)) {
                canvas.drawBehind(shape, lost ? palette.error() : strong, round);
            } else {
                canvas.fillBehind(shape, strong);
            }
        }
    }

    private void paint(StateBand state, double share) {
        TcpState name = state.state();
        Ink strong = palette.strong(name);
        Box box = state.box();
        double y = instant.reached(state, state.endFrame(), box.y(), box.bottom());
        double sure = state.certainty() == Certainty.SEEN ? 1 : 0.7;
        if (!look.blank()) {
            band(name, box, box.y(), y, strong.faded(sure));
            if (!instant.hideFuture()) {
                band(name, box, y, box.bottom(), strong.faded(0.3));
            }
        } else {
            Box whole = new Box(box.x(), box.y() + 1, box.width(), Math.max(1, box.height() - 1));
            canvas.drawBehind(canvas.rounded(whole, 3), palette.muted(), Pen.of(1.2));
        }
        Label label = state.label();
        Box badge = label.box();
        boolean left = state.side() == Side.A;
        double tieY = badge.centerY();
        Ink line = look.blank() ? palette.muted() : strong;
        canvas.drawBehind(
                canvas.line(
                        left ? badge.right() : box.right(), tieY, left ? box.x() : badge.x(), tieY),
                line,
                Pen.of(1));
        Pen pen = state.certainty() == Certainty.INFERRED ? Pen.dashed(1, 4.0, 3.0) : Pen.of(1);
        if (look.blank()) {
            labels.box(label, badge.height() / 2, palette.canvas(), palette.muted(), pen);
            return;
        }
        Ink faded = strong.faded(share);
        labels.box(label, badge.height() / 2, palette.soft(name).faded(share), faded, pen);
        canvas.words(
                look.icons().apply(name),
                Typeface.ICONS,
                label.fontSizePx() * 1.08,
                badge.x() + label.fontSizePx() * 0.55,
                badge.centerY() + label.fontSizePx() * 0.54,
                faded);
        labels.text(label, faded, faded, faded, false);
    }

    private void band(TcpState state, Box box, double fromY, double toY, Ink strong) {
        double top = fromY + 1;
        if (toY <= top) {
            return;
        }
        Box part = new Box(box.x(), top, box.width(), toY - top);
        canvas.fillBehind(canvas.rounded(part, 3), strong);
        if (state == TcpState.CLOSED && part.height() > 3) {
            Box hole = new Box(box.x() + 1.5, top + 1.5, box.width() - 3, part.height() - 3);
            canvas.fillBehind(canvas.rounded(hole, 2), palette.canvas());
        }
    }

    private void paint(Ribbon timer, double share) {
        Box box = timer.box();
        double y = instant.reached(timer, timer.endFrame(), box.y(), box.bottom());
        Ink soft = palette.get("timer-soft");
        Ink strong = palette.get("timer");
        if (y > box.y()) {
            canvas.fillBehind(
                    canvas.rounded(new Box(box.x(), box.y(), box.width(), y - box.y()), 2), soft);
        }
        boolean over = y >= box.bottom();
        if (!over && !instant.hideFuture()) {
            Box ahead = new Box(box.x(), y, box.width(), box.bottom() - y);
            canvas.fillBehind(canvas.rounded(ahead, 2), soft.faded(AHEAD));
        }
        if (over || !instant.hideFuture()) {
            end(timer, strong.faded(over ? 1 : 0.4));
        }
        Label label = timer.label();
        if (label != null) {
            Ink faded = strong.faded(share);
            labels.text(label, faded, faded, faded, true);
            canvas.words(
                    look.timerIcon(),
                    Typeface.ICONS,
                    label.fontSizePx(),
                    label.box().x() + label.fontSizePx() * 0.1,
                    label.box().y() + label.fontSizePx() * 1.06,
                    faded);
        }
    }

    private void end(Ribbon timer, Ink strong) {
        Box box = timer.box();
        double half = BAR_EM * em;
        if (timer.end() == TimerEnd.FIRED) {
            canvas.fill(canvas.circle(box.centerX(), box.bottom(), MARK_EM * em), strong);
        } else if (timer.end() == TimerEnd.STOPPED || timer.end() == TimerEnd.RESTARTED) {
            double y = box.bottom() - 1;
            var bar = canvas.line(box.centerX() - half, y, box.centerX() + half, y);
            canvas.drawBehind(bar, strong, Pen.of(2));
        }
    }

    private void paint(Note note, double share) {
        Box box = note.label().box();
        double y = Math.floor(box.centerY()) + 0.5;
        double x = note.side() == Side.A ? box.right() + NOTE_GAP_PX : box.x() - NOTE_GAP_PX;
        if (Math.abs(x - note.tieX()) > 2 * NOTE_GAP_PX) {
            canvas.drawBehind(canvas.line(x, y, note.tieX(), y), palette.line(), Pen.of(1));
        }
        Ink ink = inkOf(note.kind()).faded(share);
        labels.text(note.label(), ink, ink, ink, false);
    }

    private Ink inkOf(NoteKind kind) {
        return switch (kind) {
            case CALL -> palette.text();
            case NOTICE -> palette.muted();
            case ERROR, INCIDENT -> palette.error();
        };
    }

    private void paint(IdleBreak idle, double share) {
        BreakShape shape = BreakShape.of(idle);
        for (var line : shape.lines()) {
            canvas.drawBehind(canvas.path(line, false), palette.line(), Pen.dashed(1, 2.0, 5.0));
        }
        for (var tear : shape.tears()) {
            canvas.drawBehind(canvas.path(tear, false), palette.canvas(), Pen.of(5));
        }
        Ink ink = palette.muted().faded(share);
        labels.plate(idle.label(), 5);
        labels.text(idle.label(), ink, ink, ink, false);
    }
}
