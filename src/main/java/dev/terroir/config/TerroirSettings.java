package dev.terroir.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The settings of the process. What operators edit about law and models is in the files. */
@ConfigMapping(prefix = "terroir")
public interface TerroirSettings {

  /** The folder of the operators' files. */
  @WithDefault("config")
  Path config();

  /**
   * Whether development keys and the simulator are allowed. The process refuses to start with this
   * under the profile {@code prod}.
   */
  @WithDefault("false")
  boolean development();

  Reload reload();

  Audit audit();

  Simulator simulator();

  Language language();

  Limits limits();

  Deadlines deadlines();

  Privacy privacy();

  /** What becomes of the folder of the operators' files while the process runs. */
  interface Reload {

    /** Whether edited files are taken over without a restart. */
    @WithDefault("true")
    boolean enabled();

    /** How long an edit may go unseen; where the system tells of it, it is seen at once. */
    @WithDefault("5s")
    Duration interval();

    /** How long an edit must lie as it is before it is read: editors write in pieces. */
    @WithDefault("100ms")
    Duration settle();

    /**
     * Whether the scenarios in the folder must be decided as they expect before the policies are
     * taken over, at start as well.
     */
    @WithDefault("true")
    boolean selfTest();
  }

  /** The record of what happened. */
  interface Audit {

    /** Where it is kept; this process must be alone to write there. */
    @WithDefault("terroir-data/audit")
    Path directory();
  }

  /** Answers in place of real models, where {@code terroir.development} is set. */
  interface Simulator {

    /** Whether it answers in place of every deployment. */
    @WithDefault("true")
    boolean enabled();

    /** How long it takes to begin. */
    @WithDefault("0s")
    Duration firstToken();

    /** How long it takes from one word to the next. */
    @WithDefault("0s")
    Duration betweenTokens();

    /** The deployments, or the sites before the slash of their ids, that fail. */
    Optional<Set<String>> failing();
  }

  /** How the language of a prompt is told. */
  interface Language {

    /** What tells the languages of one script apart. */
    enum Detector {
      /** The model in the jar, in Java. */
      BUILT_IN,
      /** Compact Language Detector 2, a C++ library of the operating system. */
      CLD2
    }

    /** The library must be installed for anything but the default. */
    @WithDefault("built-in")
    Detector detector();

    /** The library CLD2, as the system's loader takes it: a name or a path. */
    @WithDefault("libcld2.so.0")
    String cld2Library();

    /** The library of CLD2's tables for 160 languages. */
    @WithDefault("libcld2_full.so.0")
    String cld2Tables();
  }

  /** The bounds of an exchange. */
  interface Limits {

    /** The largest body of a request. */
    @WithDefault("4M")
    MemorySize body();

    /** How long the body of a request may take to come. */
    @WithDefault("30s")
    Duration slowestBody();

    /** The largest body that is inspected on the event loop. */
    @WithDefault("64K")
    MemorySize inspectInline();

    /**
     * How much of responses is kept in memory for tenants that ask for it, in bytes of JSON; the
     * oldest give way.
     */
    @WithDefault("64M")
    MemorySize responses();

    /** How many exchanges may be open at once; more are shed with 503. */
    @WithDefault("10000")
    int inFlight();

    /** How many deployments one request may try. */
    @WithDefault("3")
    int attempts();

    /** How long a stream may be silent before a comment keeps it open. */
    @WithDefault("15s")
    Duration keepAlive();

    /** How long a caller may not read before the answer is broken off. */
    @WithDefault("60s")
    Duration stall();

    /** How many connections each event loop may have open to one deployment's host. */
    @WithDefault("1024")
    int connectionsPerHost();
  }

  /** How personal data is found and protected. */
  interface Privacy {

    /**
     * A folder with a model that finds names which no cue announces: {@code model.onnx}, {@code
     * tokenizer.json} and {@code config.json}. Without one, names are found by cues alone.
     */
    Optional<Path> namesModel();

    /**
     * Whether what is found in an answer, and did not stand in its request, is taken out of it.
     * Streams are then passed on sentence by sentence.
     */
    @WithDefault("false")
    boolean redactAnswers();
  }

  /** How long a deployment may be silent. */
  interface Deadlines {

    /** Until the connection is there. */
    @WithDefault("2s")
    Duration connect();

    /** Until the answer begins. */
    @WithDefault("60s")
    Duration firstToken();

    /** Between two events of a stream. */
    @WithDefault("30s")
    Duration idle();

    /** For the whole answer. */
    @WithDefault("15m")
    Duration total();
  }
}
