package dev.handshakelab.diagram;

import java.util.Arrays;

/**
 * Maps time and frames to heights and back: piecewise linear, never falling. Frames of the same
 * instant stand below each other; of such a group a time means the last.
 */
public final class TimeAxis {
    private final long[] atNanos;
    private final double[] frameY;
    private final int frames;

    /**
     * @param atNanos the times of all rows, never falling
     * @param rowY their heights, rising
     * @param frames how many of the rows are frames; those after them lie beyond the end of the
     *     story
     */
    TimeAxis(long[] atNanos, double[] rowY, int frames) {
        this.atNanos = atNanos;
        this.frameY = rowY;
        this.frames = frames;
    }

    /** The height of a frame, px. */
    public double yOfFrame(int frameIndex) {
        if (frameIndex < 0 || frameIndex >= frames) {
            throw new IndexOutOfBoundsException(frameIndex);
        }
        return frameY[frameIndex];
    }

    /** The height of a time, px; times outside the story stand at its ends. */
    public double yAt(double nanos) {
        int row = lastRowAt(nanos);
        if (row < 0) {
            return frameY[0];
        }
        if (row == frameY.length - 1) {
            return frameY[row];
        }
        double span = (double) atNanos[row + 1] - atNanos[row];
        return frameY[row] + (frameY[row + 1] - frameY[row]) * ((nanos - atNanos[row]) / span);
    }

    /** The time of a height, ns; heights outside the story mean its ends. */
    public double nanosAt(double y) {
        int found = Arrays.binarySearch(frameY, y);
        if (found >= 0) {
            return atNanos[found];
        }
        int next = -found - 1;
        if (next == 0) {
            return atNanos[0];
        }
        if (next == frameY.length) {
            return atNanos[next - 1];
        }
        double part = (y - frameY[next - 1]) / (frameY[next] - frameY[next - 1]);
        return atNanos[next - 1] + part * ((double) atNanos[next] - atNanos[next - 1]);
    }

    /** The last frame at or above a height; 0 above all. */
    public int frameAtY(double y) {
        int found = Arrays.binarySearch(frameY, 0, frames, y);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    private int lastRowAt(double nanos) {
        int low = -1;
        int high = atNanos.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (atNanos[middle] <= nanos) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
