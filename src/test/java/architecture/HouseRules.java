package architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What keeps the rooms apart, each rule with its reason. The rules are made for a root package, so
 * that the same ones can be held against {@code architecture.broken}, whose classes break them.
 */
final class HouseRules {
  private final String root;

  private HouseRules(String root) {
    this.root = root;
  }

  /** All rules for the rooms below {@code root}, by a short name. */
  static Map<String, ArchRule> of(String root) {
    HouseRules house = new HouseRules(root);
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("layers", house.layers());
    rules.put("cli without ui", house.windowApart());
    rules.put("ui without cli", house.commandsApart());
    rules.put("JavaFX", house.javaFx());
    rules.put("networks", house.networks());
    rules.put("OpenCV", house.openCv());
    rules.put("offline", house.offline());
    rules.put("threads", house.threads());
    rules.put("class names", house.classNames());
    rules.put("field names", house.fieldNames());
    rules.put("serialisation", house.serialisation());
    rules.put("slow work", house.slowWork());
    return rules;
  }

  private String room(String name) {
    return root + "." + name + "..";
  }

  private ArchRule layers() {
    return layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("app")
        .definedBy(room("app"))
        .layer("ui")
        .definedBy(room("ui"))
        .layer("cli")
        .definedBy(room("cli"))
        .layer("edit")
        .definedBy(room("edit"))
        .layer("training")
        .definedBy(room("training"))
        .layer("codec")
        .definedBy(room("codec"))
        .layer("paste")
        .definedBy(room("paste"))
        .layer("expression")
        .definedBy(room("expression"))
        .layer("face")
        .definedBy(room("face"))
        .layer("opencv")
        .definedBy(room("opencv"))
        .layer("tensor")
        .definedBy(room("tensor"))
        .layer("job")
        .definedBy(room("job"))
        .layer("image")
        .definedBy(room("image"))
        .whereLayer("app")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("ui")
        .mayOnlyBeAccessedByLayers("app")
        .whereLayer("cli")
        .mayOnlyBeAccessedByLayers("app")
        .whereLayer("edit")
        .mayOnlyBeAccessedByLayers("app", "ui", "cli")
        .whereLayer("training")
        .mayOnlyBeAccessedByLayers("app", "ui", "cli")
        .whereLayer("codec")
        .mayOnlyBeAccessedByLayers("app", "ui", "cli", "edit", "training")
        .whereLayer("paste")
        .mayOnlyBeAccessedByLayers("app", "ui", "cli", "edit", "training")
        .whereLayer("expression")
        .mayOnlyBeAccessedByLayers("app", "ui", "cli", "edit", "training", "paste")
        .whereLayer("face")
        .mayOnlyBeAccessedByLayers("app", "ui", "cli", "edit", "training", "paste", "expression")
        .whereLayer("image")
        .mayOnlyAccessLayers("job")
        .whereLayer("job")
        .mayNotAccessAnyLayer()
        .whereLayer("tensor")
        .mayOnlyAccessLayers("image", "job")
        .whereLayer("opencv")
        .mayOnlyAccessLayers("image", "job")
        .because("a change in a room can then only be felt in the rooms above it");
  }

  private ArchRule windowApart() {
    return noClasses()
        .that()
        .resideInAPackage(room("cli"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(room("ui"))
        .because("window and command line are two thin faces over the same use cases");
  }

  private ArchRule commandsApart() {
    return noClasses()
        .that()
        .resideInAPackage(room("ui"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(room("cli"))
        .because("window and command line are two thin faces over the same use cases");
  }

  private ArchRule javaFx() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(room("ui"), room("app"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
        .because("everything below the window must run where there is no display");
  }

  private ArchRule networks() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("..dl4j..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..")
        .because("another engine must be able to take over by replacing the dl4j packages only");
  }

  private ArchRule openCv() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(room("opencv"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.bytedeco.opencv..", "org.bytedeco.javacv..")
        .because("native memory has one owner and one scope: plain Java values cross its border");
  }

  private ArchRule offline() {
    DescribedPredicate<JavaClass> network =
        resideInAnyPackage(
                "java.net.http..", "javax.net..", "java.rmi..", "com.sun.net.httpserver..")
            .or(assignableTo("java.net.Socket"))
            .or(assignableTo("java.net.ServerSocket"))
            .or(assignableTo("java.net.DatagramSocket"))
            .or(assignableTo("java.net.URLConnection"))
            .or(assignableTo("java.net.InetAddress"))
            .or(assignableTo("java.nio.channels.NetworkChannel"));
    return noClasses()
        .should()
        .dependOnClassesThat(network)
        .orShould()
        .callMethod(java.net.URL.class, "openConnection")
        .orShould()
        .callMethod(java.net.URL.class, "openStream")
        .because("photos of people never leave the machine");
  }

  private ArchRule threads() {
    Set<String> makers =
        Set.of(
            "java.util.concurrent.Executors",
            "java.util.concurrent.ForkJoinPool",
            "java.util.concurrent.ThreadPoolExecutor",
            "java.util.concurrent.ScheduledThreadPoolExecutor",
            "java.util.Timer");
    DescribedPredicate<JavaAccess<?>> makesThread =
        describe(
            "make a thread",
            access -> {
              JavaClass owner = access.getTargetOwner();
              String name = access.getTarget().getName();
              boolean constructor = name.equals("<init>");
              return (owner.isAssignableTo(Thread.class)
                      && (constructor || name.startsWith("of") || name.startsWith("startVirtual")))
                  || makers.contains(owner.getName());
            });
    return noClasses()
        .that(
            resideInAPackage(root + "..")
                .and(DescribedPredicate.not(resideInAPackage(room("job")))))
        .should()
        .accessTargetWhere(makesThread)
        .because("threads have one owner, so that networks stay on one lane and nothing leaks");
  }

  private ArchRule slowWork() {
    Map<String, Set<String>> slow =
        Map.of(
            root + ".codec.PhotoReader", Set.of("read"),
            root + ".codec.ThumbnailReader", Set.of("read"),
            root + ".codec.PhotoWriter", Set.of("write", "writeLoop", "trial"),
            root + ".face.FaceFinder", Set.of("find"),
            root + ".expression.ExpressionModel", Set.of("encode", "decode"),
            root + ".edit.OpenPhoto",
                Set.of(
                    "open",
                    "readAhead",
                    "rehearse",
                    "render",
                    "renderPart",
                    "renderPreview",
                    "renderExactPreview"));
    DescribedPredicate<JavaAccess<?>> isSlow =
        describe(
            "decode, infer, render or write",
            access ->
                slow.getOrDefault(access.getTargetOwner().getName(), Set.of())
                    .contains(access.getTarget().getName()));
    DescribedPredicate<JavaClass> hasNoLane =
        describe(
            "have no lane to leave the FX thread by",
            c ->
                c.getDirectDependenciesFromSelf().stream()
                    .map(d -> d.getTargetClass().getName())
                    .noneMatch(
                        n ->
                            n.equals("java.util.concurrent.Executor") || n.endsWith(".job.Lanes")));
    return noClasses()
        .that(resideInAPackage(room("ui")).and(hasNoLane))
        .should()
        .accessTargetWhere(isSlow)
        .because("the window stands still while the FX thread decodes, infers, renders or writes");
  }

  private ArchRule classNames() {
    return noClasses()
        .should()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .because("a name says what a thing is or does, and these say neither");
  }

  private ArchRule fieldNames() {
    return fields()
        .should()
        .haveNameNotMatching("(?i).*(manager|utils?|helper|impl)")
        .because("a name says what a thing is or does, and these say neither");
  }

  private ArchRule serialisation() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.io\\.Object(Input|Output)Stream"
                + "|org\\.deeplearning4j\\.util\\.ModelSerializer"
                + "|org\\.deeplearning4j\\.core\\.util\\.ModelGuesser")
        .because("a stranger's file must never be able to run code, and Java's format can");
  }
}
