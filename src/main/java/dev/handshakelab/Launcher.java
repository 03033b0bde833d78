package dev.handshakelab;

import javafx.application.Application;

/** Start class. */
public final class Launcher {
    private Launcher() {}

    /** Starts. */
    public static void main(String[] args) {
        Application.launch(App.class, args);
    }
}
