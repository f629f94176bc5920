package dev.terroir.policy;

import dev.terroir.catalog.ModelId;
import dev.terroir.policy.engine.DeploymentSet;
import dev.terroir.policy.vocabulary.Word;
import java.util.List;

/** What the law says to a request for certain deployments. There is no third answer. */
public sealed interface Decision {

  /**
   * Some of the deployments asked for are lawful and can serve the request.
   *
   * @param candidates not empty
   */
  record Permit(Verdict verdict, DeploymentSet candidates) implements Decision {}

  /**
   * None is.
   *
   * @param reasons the rules that excluded what was asked for
   * @param lawful the models that could lawfully be asked for instead
   */
  record Deny(Cause cause, List<Reason> reasons, List<ModelId> lawful) implements Decision {
    public Deny {
      reasons = List.copyOf(reasons);
      lawful = List.copyOf(lawful);
    }
  }

  /** Why everything is denied; the word is the code in the answer. */
  enum Cause {
    /** No deployment is lawful for this request. */
    NO_LAWFUL_DEPLOYMENT,
    /** A law prohibits what the answer is for. */
    PURPOSE_PROHIBITED,
    /** A country that binds the request has no file. */
    UNKNOWN_JURISDICTION,
    /** Lawful deployments exist, but none knows the language as well as the tenant asks for. */
    BELOW_LANGUAGE_FLOOR,
    /** Lawful deployments exist, but none of them can do what the request needs. */
    NOT_CAPABLE,
    /** Lawful deployments exist, but the gateway has no way to call them. */
    NOT_AVAILABLE;

    /** As in the answer: {@code no_lawful_deployment}. */
    public String code() {
      return Word.write(name()).replace('-', '_');
    }
  }
}
