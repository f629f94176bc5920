package dev.terroir.policy;

import dev.terroir.catalog.Capability;
import dev.terroir.catalog.Deployment;
import dev.terroir.catalog.Field;
import dev.terroir.catalog.LanguageEvidence;
import dev.terroir.catalog.LanguageGrade;
import dev.terroir.catalog.Model;
import dev.terroir.catalog.Retention;
import dev.terroir.catalog.Verification;
import dev.terroir.jurisdiction.Bloc;
import dev.terroir.jurisdiction.Control;
import dev.terroir.jurisdiction.Jurisdiction;
import dev.terroir.policy.facts.Facts;
import dev.terroir.policy.rule.AnyOf;
import dev.terroir.policy.rule.BlocPolicy;
import dev.terroir.policy.rule.Condition;
import dev.terroir.policy.rule.CountryPolicy;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.rule.Obligation;
import dev.terroir.policy.rule.Recipients;
import dev.terroir.policy.rule.Rule;
import dev.terroir.policy.rule.Terms;
import dev.terroir.policy.vocabulary.DeploymentAttribute;
import dev.terroir.policy.vocabulary.RequestAttribute;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The policy language once more, written straight from its description: one request, one
 * deployment, one rule after the other, nothing compiled, nothing shared with the engine. Slow and
 * plain.
 */
public final class NaiveEvaluator {

  private final Library library;
  private final LocalDate day;

  public NaiveEvaluator(Library library, LocalDate day) {
    this.library = library;
    this.day = day;
  }

  /** Whether {@code facts} may go to {@code deployment}. */
  public boolean permits(Facts facts, Deployment deployment) {
    for (Jurisdiction bound : facts.jurisdictions().all()) {
      if (!library.countries().containsKey(bound.country())) {
        return false;
      }
    }
    if (isUnknown(deployment) || isBelowFloor(facts, deployment.model())) {
      return false;
    }
    for (Rule rule : rulesAbout(facts, deployment)) {
      if (excludes(rule, facts, deployment)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The newest result decides, the worst of one day, and what the maker says where there is none.
   */
  private boolean isBelowFloor(Facts facts, Model model) {
    String language = facts.language();
    Optional<LanguageGrade> floor = facts.tenant().serving().speech().floor();
    if (floor.isEmpty() || language.isEmpty()) {
      return false;
    }
    LanguageGrade grade =
        model.languages().contains(language) ? LanguageGrade.DOCUMENTED : LanguageGrade.NONE;
    LocalDate newest = LocalDate.MIN;
    for (LanguageEvidence result : library.catalog().grades().evidence()) {
      boolean isAboutThis = result.model().equals(model.id()) && result.language().equals(language);
      boolean isNewer = result.date().isAfter(newest);
      boolean isWorse = result.date().equals(newest) && result.grade().compareTo(grade) < 0;
      if (isAboutThis && (isNewer || isWorse)) {
        grade = result.grade();
        newest = result.date();
      }
    }
    return grade.compareTo(floor.get()) < 0;
  }

  private boolean isUnknown(Deployment deployment) {
    Set<String> places = countries(deployment.locatedIn());
    if (places.isEmpty()
        || countries(deployment.host().controlledFrom()).isEmpty()
        || countries(deployment.model().madeIn()).isEmpty()) {
      return true;
    }
    for (String place : places) {
      boolean hasFile = library.countries().containsKey(new Jurisdiction(place.substring(0, 2)));
      boolean inBlocWithRules = false;
      for (BlocPolicy bloc : library.blocs().values()) {
        inBlocWithRules |=
            !bloc.rules().isEmpty() && members(bloc.bloc()).contains(place.substring(0, 2));
      }
      if (!hasFile && !inBlocWithRules) {
        return true;
      }
    }
    return false;
  }

  /** Every rule, wherever it stands, that speaks of these two at all. */
  private List<Rule> rulesAbout(Facts facts, Deployment deployment) {
    List<Rule> rules = new ArrayList<>();
    for (Jurisdiction bound : facts.jurisdictions().all()) {
      for (Jurisdiction level : List.of(bound, bound.country())) {
        CountryPolicy policy = library.countries().get(level);
        if (policy != null) {
          rules.addAll(policy.rules());
          for (String bloc : policy.follows()) {
            BlocPolicy followed = library.blocs().get(bloc);
            rules.addAll(followed == null ? List.of() : followed.rules());
          }
        }
      }
    }
    for (CountryPolicy country : library.countries().values()) {
      if (comesFrom(deployment, Set.of(country.jurisdiction().code()))) {
        rules.addAll(reaching(country.exports(), facts));
      }
    }
    for (BlocPolicy bloc : library.blocs().values()) {
      if (comesFrom(deployment, members(bloc.bloc()))) {
        rules.addAll(reaching(bloc.exports(), facts));
      }
    }
    for (Terms terms : library.terms()) {
      if (truth(terms.scope(), facts, deployment) >= 0) {
        rules.addAll(reaching(terms.rules(), facts));
      }
    }
    return rules;
  }

  /** Made there in part, or perhaps standing there. */
  private boolean comesFrom(Deployment deployment, Set<String> origin) {
    if (!deployment.provenance().isVerified(Field.LOCATED_IN)) {
      return true;
    }
    for (Set<String> own : List.of(deployment.model().madeIn(), deployment.locatedIn())) {
      for (String place : countries(own)) {
        if (within(place, origin)) {
          return true;
        }
      }
    }
    return false;
  }

  private List<Rule> reaching(List<Rule> rules, Facts facts) {
    List<Rule> reaching = new ArrayList<>();
    Set<String> recipients = new HashSet<>(facts.tenant().controlledFrom());
    recipients.add(facts.tenant().country().code());
    facts.jurisdictions().all().forEach(bound -> recipients.add(bound.code()));
    for (Rule rule : rules) {
      if (recipients.stream().anyMatch(recipient -> reaches(rule.to(), recipient))) {
        reaching.add(rule);
      }
    }
    return reaching;
  }

  private boolean reaches(Recipients to, String recipient) {
    boolean inside = to.inside().isEmpty() || within(recipient, countries(to.inside()));
    return inside && !within(recipient, countries(to.outside()));
  }

  private boolean excludes(Rule rule, Facts facts, Deployment deployment) {
    boolean inForce =
        rule.inForce().from().map(first -> !day.isBefore(first)).orElse(true)
            && rule.inForce().until().map(last -> !day.isAfter(last)).orElse(true);
    if (rule.isWatched()
        || !inForce
        || !matches(rule.when(), facts)
        || truth(rule.where(), facts, deployment) < 0) {
      return false;
    }
    return rule.effect().forbid()
        || rule.effect().obligations().stream().anyMatch(duty -> cannotBeKept(duty, facts))
        || truth(rule.effect().require(), facts, deployment) <= 0;
  }

  /** Nobody reads pictures and speech; and what is found is not let out where that is blocked. */
  private static boolean cannotBeKept(Obligation duty, Facts facts) {
    if (!(duty instanceof Obligation.Protect(var strength))) {
      return false;
    }
    boolean unreadable =
        facts.capabilities().contains(Capability.VISION)
            || facts.capabilities().contains(Capability.SPEECH);
    boolean found = facts.insight().showsSomebody() || !facts.insight().kinds().isEmpty();
    boolean blocked = strength == Obligation.Strength.BLOCK && found;
    return unreadable || blocked;
  }

  private boolean matches(AnyOf<RequestAttribute> when, Facts facts) {
    NaiveRequest request = new NaiveRequest(facts, this::countries);
    return when.isAlways()
        || when.alternatives().stream().anyMatch(all -> all.stream().allMatch(request::matches));
  }

  /** 1 where it surely holds, -1 where it surely does not, 0 where that is not known. */
  private int truth(AnyOf<DeploymentAttribute> anyOf, Facts facts, Deployment deployment) {
    if (anyOf.isAlways()) {
      return 1;
    }
    int best = -1;
    for (List<Condition<DeploymentAttribute>> all : anyOf.alternatives()) {
      int worst = 1;
      for (Condition<DeploymentAttribute> condition : all) {
        worst = Math.min(worst, truth(condition, facts, deployment));
      }
      best = Math.max(best, worst);
    }
    return best;
  }

  private int truth(Condition<DeploymentAttribute> condition, Facts facts, Deployment it) {
    List<String> values = condition.values();
    return switch (condition.attribute()) {
      case LOCATED_IN -> known(it, Field.LOCATED_IN, place(it.locatedIn(), values));
      case LOCATED_OUTSIDE -> known(it, Field.LOCATED_IN, -place(it.locatedIn(), values));
      case STORED_IN -> known(it, Field.STORED_IN, place(it.storedIn(), values));
      case STORED_OUTSIDE -> known(it, Field.STORED_IN, -place(it.storedIn(), values));
      case CONTROLLED_FROM ->
          known(it, Field.CONTROLLED_FROM, place(it.host().controlledFrom(), values));
      case CONTROLLED_OUTSIDE ->
          known(it, Field.CONTROLLED_FROM, -place(it.host().controlledFrom(), values));
      case ACCESSED_FROM ->
          known(it, Field.CONTROLLED_FROM, place(it.host().accessedFrom(), values));
      case ACCESSED_OUTSIDE ->
          known(it, Field.CONTROLLED_FROM, -place(it.host().accessedFrom(), values));
      case OWNED_FROM ->
          known(
              it,
              Field.CONTROLLED_FROM,
              sure(owned(it.host().control(), countries(values), condition.shareAtLeast())));
      case MADE_IN -> place(it.model().madeIn(), values);
      case MADE_OUTSIDE -> -place(it.model().madeIn(), values);
      case ESTABLISHED_IN ->
          known(
              it,
              Field.ESTABLISHED_IN,
              sure(anyIn(it.host().control().establishedIn(), countries(values))));
      case CERTIFIED -> known(it, Field.CERTIFIED, sure(anyIn(it.certified(), values)));
      case SPEAKS -> sure(anyIn(it.model().languages(), values));
      case REGION -> sure(it.region().isPresent() && values.contains(it.region().get()));
      case SAFEGUARD -> sure(anyIn(safeguards(facts), values));
      case APPROVED_BY -> sure(anyIn(it.model().approvedBy(), values));
      case AGREEMENT -> sure(anyIn(agreements(facts, it), values));
      case CONSENT -> sure(anyIn(consents(facts), values));
      case RETENTION_AT_MOST ->
          it.retention()
              .filter(kept -> it.provenance().isVerified(Field.RETENTION))
              .map(kept -> sure(kept.seconds() <= new Retention(values.getFirst()).seconds()))
              .orElse(0);
      case TRAINS_ON_PROMPTS ->
          it.trainsOnPrompts()
              .filter(trains -> it.provenance().isVerified(Field.TRAINS_ON_PROMPTS))
              .map(trains -> sure(values.contains("" + trains)))
              .orElse(0);
      case WEIGHTS -> sure(values.contains(word(it.model().weights())));
      case TIER -> sure(values.contains(word(it.model().tier())));
      case HOSTING -> sure(values.contains(word(it.host().hosting())));
      case MAKER -> sure(values.contains(it.model().maker()));
      case MODEL -> sure(values.contains(it.model().id().value()));
      case HOST -> sure(values.contains(it.host().id().value()));
    };
  }

  private static Set<String> agreements(Facts facts, Deployment deployment) {
    Set<String> all = new HashSet<>(deployment.host().agreements());
    all.addAll(
        facts.tenant().arrangements().agreements().getOrDefault(deployment.host().id(), Set.of()));
    return all;
  }

  private Set<String> safeguards(Facts facts) {
    Set<String> safeguards = new HashSet<>();
    facts
        .tenant()
        .arrangements()
        .safeguards()
        .forEach(
            (id, inForce) -> {
              boolean begun = inForce.from().isEmpty() || !inForce.from().get().isAfter(day);
              boolean ended = inForce.until().isPresent() && inForce.until().get().isBefore(day);
              if (begun && !ended) {
                safeguards.add(id);
              }
            });
    return safeguards;
  }

  /** What is from memory may be either way. */
  private static int known(Deployment deployment, Field field, int truth) {
    boolean recalled = deployment.provenance().of(field).verified() == Verification.RECALLED;
    return recalled ? 0 : truth;
  }

  /** Those who control it own all of it, where nobody has said who does. */
  static boolean owned(Control control, Set<String> countries, int share) {
    int held = 0;
    for (String country : countries) {
      held += control.shares().getOrDefault(country, 0);
    }
    boolean controlled = control.controlledFrom().stream().anyMatch(countries::contains);
    if (control.shares().isEmpty()) {
      return controlled;
    }
    return held >= Math.max(1, share);
  }

  private static List<String> consents(Facts facts) {
    return facts.claims().consents().stream().map(NaiveEvaluator::word).toList();
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static int sure(boolean known) {
    return known ? 1 : -1;
  }

  private static boolean anyIn(Iterable<String> own, Iterable<String> named) {
    for (String one : own) {
      for (String other : named) {
        if (one.equals(other)) {
          return true;
        }
      }
    }
    return false;
  }

  private int place(Set<String> own, List<String> named) {
    Set<String> places = countries(own);
    Set<String> inside = countries(named);
    long within = places.stream().filter(place -> within(place, inside)).count();
    if (places.isEmpty()) {
      return 0;
    }
    return within == places.size() ? 1 : within == 0 ? -1 : 0;
  }

  private static boolean within(String place, Set<String> named) {
    return named.contains(place) || named.contains(place.substring(0, 2));
  }

  private Set<String> members(Bloc bloc) {
    Set<String> members = new HashSet<>();
    for (Bloc.Membership membership : bloc.memberships()) {
      boolean begun =
          membership.inForce().from().isEmpty() || !membership.inForce().from().get().isAfter(day);
      boolean ended =
          membership.inForce().until().isPresent()
              && membership.inForce().until().get().isBefore(day);
      if (begun && !ended) {
        members.add(membership.country());
      }
    }
    return members;
  }

  private Set<String> countries(Iterable<String> names) {
    Set<String> countries = new HashSet<>();
    for (String name : names) {
      BlocPolicy bloc = library.blocs().get(name);
      if (bloc == null) {
        countries.add(name);
      } else {
        countries.addAll(members(bloc.bloc()));
      }
    }
    return countries;
  }
}
