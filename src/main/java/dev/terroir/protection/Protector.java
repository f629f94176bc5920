package dev.terroir.protection;

import dev.terroir.chat.ChatRequest;
import dev.terroir.privacy.EscapedText;
import dev.terroir.privacy.Finding;
import dev.terroir.privacy.names.NameFinder;
import dev.terroir.privacy.names.NameModel;
import dev.terroir.privacy.pseudonym.Restorer.Channel;
import dev.terroir.privacy.scan.ScannedTexts;
import dev.terroir.privacy.scan.Scanner;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds and replaces personal data. Immutable and thread-safe. */
public final class Protector {

  private final Scanner scanner;
  private final NameFinder cues;
  private final NameModel model;
  private final boolean redactsAnswers;

  /**
   * @param model finds more names than rules can; {@link NameModel#NONE} where there is none
   * @param redactsAnswers whether what is found in an answer and stood not in its request is taken
   *     out of it
   */
  public Protector(Scanner scanner, NameFinder cues, NameModel model, boolean redactsAnswers) {
    this.scanner = scanner;
    this.cues = cues;
    this.model = model;
    this.redactsAnswers = redactsAnswers;
  }

  /**
   * What becomes of the texts of answers to {@code request} before anything is put back, if so. All
   * of the request is looked through at once.
   *
   * @param regions ISO 3166-1 codes of the countries whose local telephone numbers count
   */
  public Optional<AnswerScreen> answers(ChatRequest request, List<String> regions) {
    return redactsAnswers ? Optional.of(screen(request, regions)) : Optional.empty();
  }

  private AnswerScreen screen(ChatRequest request, List<String> regions) {
    KnownValues known = new KnownValues(request.everyText(), new ScannedTexts(scanner, regions));
    return (spelling, text) ->
        new AnswerScan(findings(spelling, regions), known::contain, spelling, text);
  }

  /** A text that is spelt as JSON has been read before it is looked through. */
  private Function<String, List<Finding>> findings(Channel spelling, List<String> regions) {
    Function<String, List<Finding>> found = it -> scanner.scan(it, regions).findings();
    return switch (spelling) {
      case PLAIN -> it -> EscapedText.find(it, found);
      case JSON -> found;
    };
  }

  /** Whether it may take milliseconds, and so must not run on an event loop. */
  @SuppressWarnings("ReferenceEquality") // the one that finds nothing, not one like it
  public boolean isSlow() {
    return model != NameModel.NONE;
  }

  /**
   * The protection of {@code request}, which looks at nothing before it is asked.
   *
   * @param regions ISO 3166-1 codes of the countries whose local telephone numbers count
   */
  public RequestProtection of(ChatRequest request, List<String> regions) {
    ScannedTexts scanned = new ScannedTexts(scanner, regions);
    return new RequestProtection(request, new PersonalData(scanned, cues, model));
  }
}
