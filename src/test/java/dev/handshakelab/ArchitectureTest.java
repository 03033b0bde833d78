package dev.handshakelab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.handshakelab.testing.ProjectFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Which package may use which. Data flows one way: rules, facts, timeline, picture. */
class ArchitectureTest {
    private static final String BASE = "dev.handshakelab.";

    /**
     * A package and all that it may use besides itself and jspecify.
     *
     * @param name below dev.handshakelab, with its sub-packages
     * @param uses other packages of this project
     * @param libraries packages of the JDK and of libraries, in ArchUnit's notation
     */
    private record Layer(String name, Set<String> uses, List<String> libraries) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<String> JDK_LANGUAGE =
            List.of(
                    "java.lang..",
                    "java.util",
                    "java.util.function",
                    "java.util.stream",
                    "java.nio.charset");
    private static final List<String> JDK = List.of("java..");

    static final List<Layer> LAYERS =
            List.of(
                    new Layer("tcp", Set.of(), JDK_LANGUAGE),
                    new Layer("wire", Set.of("tcp"), JDK),
                    new Layer("timeline", Set.of("tcp"), JDK),
                    new Layer("sim", Set.of("tcp", "timeline"), JDK),
                    new Layer("capture", Set.of("tcp", "timeline", "wire"), JDK),
                    new Layer(
                            "scenario",
                            Set.of("tcp", "timeline", "sim"),
                            List.of("java..", "org.snakeyaml.engine..")),
                    new Layer("coach", Set.of("tcp", "timeline", "sim", "scenario"), JDK),
                    new Layer(
                            "playback",
                            Set.of("tcp", "timeline", "sim", "scenario", "capture"),
                            List.of(
                                    "java..",
                                    "javafx.beans..",
                                    "javafx.collections..",
                                    "javafx.util..")),
                    new Layer("quiz", Set.of("tcp", "timeline", "sim", "scenario"), JDK),
                    new Layer(
                            "replay",
                            Set.of("tcp", "timeline", "sim", "capture"),
                            List.of("java..")),
                    new Layer("diagram", Set.of("tcp", "timeline"), JDK),
                    new Layer(
                            "export",
                            Set.of("tcp", "timeline", "diagram", "wire"),
                            List.of(
                                    "java..",
                                    "javax.imageio..",
                                    "org.w3c.dom..",
                                    "org.apache.fontbox..",
                                    "org.apache.pdfbox..",
                                    "org.kordamp.ikonli")));

    private static final JavaClasses PROGRAM =
            new ClassFileImporter().importPath(ProjectFiles.ROOT.resolve("target/classes"));

    @ParameterizedTest
    @FieldSource("LAYERS")
    void aPackageUsesOnlyWhatItsRowAllows(Layer layer) {
        var allowed = new ArrayList<>(layer.libraries());
        allowed.add(inside(layer.name()));
        allowed.add("org.jspecify..");
        layer.uses().forEach(used -> allowed.add(inside(used)));
        check(
                layer.name(),
                classes()
                        .that()
                        .resideInAPackage(inside(layer.name()))
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(allowed.toArray(String[]::new))
                        .because(
                                "imports point one way: move the code to a package that may use"
                                        + " both, or pass a value in"));
    }

    @Test
    void everyPackageHasARow() {
        Set<String> known =
                LAYERS.stream().map(Layer::name).collect(Collectors.toCollection(TreeSet::new));
        known.add("view");
        known.add("cli");
        Set<String> found =
                PROGRAM.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.startsWith(BASE))
                        .map(name -> name.substring(BASE.length()).split("\\.", 2)[0])
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(known)
                .as("give a new package its row in LAYERS: what it is and what it may use")
                .containsAll(found);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(BASE + "(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(LAYERS.stream().noneMatch(layer -> exists(layer.name())))
                .check(PROGRAM);
    }

    @Test
    void theMachineIsPure() {
        check(
                "tcp",
                noClasses()
                        .that()
                        .resideInAPackage(inside("tcp"))
                        .should()
                        .dependOnClassesThat(
                                isOneOf(
                                        "java.util.Random",
                                        "java.util.SplittableRandom",
                                        "java.util.ResourceBundle",
                                        "java.util.Date",
                                        "java.util.Timer",
                                        "java.util.UUID",
                                        "java.util.Scanner",
                                        "java.lang.Thread",
                                        "java.lang.ProcessBuilder",
                                        "java.lang.System$Logger"))
                        .because(
                                "a step is a pure function of control block and event: time,"
                                        + " random numbers and text come from outside"));
    }

    @Test
    void nothingBelowTheViewReadsTheClockOrUnseededRandomness() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "*..")
                .and()
                .resideOutsideOfPackage(inside("view"))
                .should()
                .accessTargetWhere(readsTheWorld())
                .orShould()
                .callConstructorWhere(hasNoSeed())
                .because("time and seeds are passed in: the same inputs must give the same facts")
                .allowEmptyShould(LAYERS.stream().noneMatch(layer -> exists(layer.name())))
                .check(PROGRAM);
    }

    private static void check(String layer, ArchRule rule) {
        rule.allowEmptyShould(!exists(layer)).check(PROGRAM);
    }

    private static boolean exists(String layer) {
        return !ProjectFiles.below("src/main/java/dev/handshakelab/" + layer, ".java").isEmpty();
    }

    private static String inside(String layer) {
        return BASE + layer + "..";
    }

    private static DescribedPredicate<JavaClass> isOneOf(String... names) {
        return DescribedPredicate.describe(
                "are the clock, randomness, threads or text for people",
                type -> Set.of(names).contains(type.getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheWorld() {
        Map<String, Set<String>> readers =
                Map.of(
                        "java.lang.System", Set.of("currentTimeMillis", "nanoTime"),
                        "java.lang.Math", Set.of("random"),
                        "java.time.Instant", Set.of("now"),
                        "java.time.LocalDateTime", Set.of("now"),
                        "java.time.Clock",
                                Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis"),
                        "java.util.UUID", Set.of("randomUUID"),
                        "java.util.concurrent.ThreadLocalRandom", Set.of("current"),
                        "java.util.Collections", Set.of("shuffle"));
        return DescribedPredicate.describe(
                "reads the clock or unseeded randomness",
                access ->
                        readers.getOrDefault(access.getTargetOwner().getName(), Set.of())
                                .contains(access.getTarget().getName()));
    }

    private static DescribedPredicate<JavaConstructorCall> hasNoSeed() {
        Set<String> generators =
                Set.of(
                        "java.util.Random",
                        "java.util.SplittableRandom",
                        "java.security.SecureRandom");
        return DescribedPredicate.describe(
                "makes a random generator without a seed",
                call ->
                        generators.contains(call.getTargetOwner().getName())
                                && call.getTarget().getRawParameterTypes().isEmpty());
    }
}
