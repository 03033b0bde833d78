package dev.handshakelab.view.main;

import dev.handshakelab.playback.Branch;
import dev.handshakelab.playback.BranchTree;
import dev.handshakelab.playback.Branches;
import dev.handshakelab.view.diagram.LeftCourse;
import dev.handshakelab.view.diagram.SequenceDiagram;
import java.util.Optional;

/** Shows the course that the shown branch left under its diagram, unless that is switched off. */
final class GhostBinding {
    private final Branches branches;
    private final WindowState state;
    private final SequenceDiagram diagram;

    private GhostBinding(Branches branches, WindowState state, SequenceDiagram diagram) {
        this.branches = branches;
        this.state = state;
        this.diagram = diagram;
    }

    static void install(Branches branches, WindowState state, SequenceDiagram diagram) {
        var binding = new GhostBinding(branches, state, diagram);
        branches.treeProperty().subscribe(_ -> binding.show());
        state.showGhostProperty().subscribe(_ -> binding.show());
        // What is hidden there would be told by what came of it elsewhere.
        diagram.hideFutureProperty().subscribe(_ -> binding.show());
    }

    private void show() {
        BranchTree tree = branches.treeProperty().get();
        boolean wanted = state.showGhostProperty().get() && !diagram.hideFutureProperty().get();
        diagram.leftCourseProperty().set(tree == null || !wanted ? null : left(tree).orElse(null));
    }

    private static Optional<LeftCourse> left(BranchTree tree) {
        Branch shown = tree.shown();
        return tree.parentOf(shown)
                .map(parent -> new LeftCourse(parent.run().timeline(), shown.forkedAtFrame()));
    }
}
