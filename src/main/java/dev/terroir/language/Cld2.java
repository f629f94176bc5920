package dev.terroir.language;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Google's Compact Language Detector 2, a library of the operating system (Debian's {@code
 * libcld2-0}), called through Java's foreign-function API: some six times as fast as the built-in
 * model on Latin text, as right, and able to tell short Chinese characters. It is old C++ that
 * reads untrusted text, so only an operator's setting brings it in. The text it gets is valid
 * UTF-8, as Java writes it, and short. Thread-safe: the library keeps no state.
 */
final class Cld2 implements LanguageModel {

  private static final String DETECT =
      "_ZN4CLD224ExtDetectLanguageSummaryEPKcibPKNS_8CLDHintsEiPNS_8LanguageEPiPdPSt6vectorINS_"
          + "11ResultChunkESaISA_EES7_Pb";
  private static final String CODE = "_ZN4CLD212LanguageCodeENS_8LanguageE";

  /** {@code RTLD_NOW | RTLD_GLOBAL}: the library finds the tables where they are loaded before. */
  private static final int NOW_AND_GLOBAL = 0x102;

  /** Without it most short texts are told to be in no language. */
  private static final int BEST_EFFORT = 0x4000;

  private static final int LANGUAGES = 614;
  private static final int LONGEST_CODE = 16;
  private static final int GUESSES = 3;

  private final MethodHandle detect;
  private final List<String> tags;

  private Cld2(MethodHandle detect, List<String> tags) {
    this.detect = detect;
    this.tags = List.copyOf(tags);
  }

  /**
   * @param library as the system's loader takes it: a name or a path
   * @param tables the library of tables for 160 languages instead of 80
   * @throws LibraryMissing when one of them cannot be loaded, or is another library
   */
  static Cld2 load(String library, String tables) throws LibraryMissing {
    open(tables);
    open(library);
    SymbolLookup symbols = lookup(library);
    return new Cld2(detect(library, symbols), tags(code(library, symbols)));
  }

  @SuppressWarnings("restricted") // what the setting asks for
  private static void open(String name) throws LibraryMissing {
    Linker linker = Linker.nativeLinker();
    MethodHandle open =
        linker.downcallHandle(
            symbol(name, linker.defaultLookup(), "dlopen"),
            FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment handle = (MemorySegment) open.invoke(arena.allocateFrom(name), NOW_AND_GLOBAL);
      if (handle.equals(MemorySegment.NULL)) {
        throw new LibraryMissing(name);
      }
    } catch (LibraryMissing missing) {
      throw missing;
    } catch (Throwable e) {
      throw new IllegalStateException("dlopen cannot be called", e);
    }
  }

  @SuppressWarnings("restricted") // what the setting asks for
  private static SymbolLookup lookup(String library) throws LibraryMissing {
    try {
      return SymbolLookup.libraryLookup(library, Arena.global());
    } catch (IllegalArgumentException e) {
      throw new LibraryMissing(library);
    }
  }

  private static MemorySegment symbol(String library, SymbolLookup symbols, String name)
      throws LibraryMissing {
    return symbols.find(name).orElseThrow(() -> new LibraryMissing(library));
  }

  /** Arrays of the heap are passed as they are: the call is short and does not call back. */
  @SuppressWarnings("restricted") // what the setting asks for
  private static MethodHandle detect(String library, SymbolLookup symbols) throws LibraryMissing {
    MemoryLayout[] parameters = {
      ADDRESS,
      JAVA_INT,
      JAVA_BOOLEAN,
      ADDRESS,
      JAVA_INT,
      ADDRESS,
      ADDRESS,
      ADDRESS,
      ADDRESS,
      ADDRESS,
      ADDRESS
    };
    return Linker.nativeLinker()
        .downcallHandle(
            symbol(library, symbols, DETECT),
            FunctionDescriptor.of(JAVA_INT, parameters),
            Linker.Option.critical(true));
  }

  @SuppressWarnings("restricted") // what the setting asks for
  private static MethodHandle code(String library, SymbolLookup symbols) throws LibraryMissing {
    AddressLayout text =
        ADDRESS.withTargetLayout(MemoryLayout.sequenceLayout(LONGEST_CODE, ValueLayout.JAVA_BYTE));
    return Linker.nativeLinker()
        .downcallHandle(symbol(library, symbols, CODE), FunctionDescriptor.of(text, JAVA_INT));
  }

  /** What the library calls its languages, by their numbers: {@code un} is none. */
  private static List<String> tags(MethodHandle code) {
    List<String> tags = new ArrayList<>();
    try {
      for (int i = 0; i < LANGUAGES; i++) {
        String name = ((MemorySegment) code.invoke(i)).getString(0);
        tags.add(name.equals("un") ? "" : Tags.primary(name));
      }
    } catch (Throwable e) {
      throw new IllegalStateException("CLD2 does not say how it calls its languages", e);
    }
    return tags;
  }

  @Override
  public Language predict(CharSequence text, String script, Set<String> likely) {
    int[] languages = new int[GUESSES];
    int[] percents = new int[GUESSES];
    detect(text.toString().getBytes(StandardCharsets.UTF_8), languages, percents);
    for (int i = 0; i < GUESSES; i++) {
      String tag = languages[i] < tags.size() ? tags.get(languages[i]) : "";
      if (!tag.isEmpty() && (likely.isEmpty() || likely.contains(tag))) {
        return new Language(tag, script, percents[i] / 100.0);
      }
    }
    return new Language("", script, 0);
  }

  private void detect(byte[] text, int[] languages, int[] percents) {
    try {
      int _ =
          (int)
              detect.invokeExact(
                  MemorySegment.ofArray(text),
                  text.length,
                  true,
                  MemorySegment.NULL,
                  BEST_EFFORT,
                  MemorySegment.ofArray(languages),
                  MemorySegment.ofArray(percents),
                  MemorySegment.ofArray(new double[GUESSES]),
                  MemorySegment.NULL,
                  MemorySegment.ofArray(new int[1]),
                  MemorySegment.ofArray(new byte[1]));
    } catch (Throwable e) {
      throw new IllegalStateException("CLD2 cannot be called", e);
    }
  }
}
