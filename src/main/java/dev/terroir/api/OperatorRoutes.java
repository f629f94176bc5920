package dev.terroir.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.terroir.chat.ChatRequestReader;
import dev.terroir.chat.StrictJson;
import dev.terroir.gateway.Inbound;
import dev.terroir.gateway.Operations;
import dev.terroir.gateway.Refusal;
import dev.terroir.workshop.Reply;
import dev.terroir.workshop.ShelfReports;
import dev.terroir.workshop.Workshop;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Everything below {@code /admin/v1}: what operators may ask and try. */
final class OperatorRoutes {

  static final String ROOT = "/admin/v1/";

  private static final String POLICIES = "policies";
  private static final String SNAPSHOTS = "policies/snapshots";

  private final Operations operations;
  private final Body.Limits limits;

  OperatorRoutes(Operations operations, Body.Limits limits) {
    this.operations = operations;
    this.limits = limits;
  }

  void handle(HttpServerRequest request) {
    String path = String.valueOf(request.path()).substring(ROOT.length());
    switch (request.method().name() + " " + path) {
      case "GET " + POLICIES -> get(request, it -> new Reply.Done(ShelfReports.of(it.shelf())));
      case "GET " + SNAPSHOTS ->
          get(request, it -> new Reply.Done(ShelfReports.editions(it.shelf())));
      case "GET dependence" -> get(request, Workshop::dependence);
      case "POST policies/check" -> post(request, Workshop::check);
      case "POST policies/test" -> post(request, Workshop::test);
      case "POST policies/explain" -> post(request, Workshop::explain);
      case "POST policies/diff" -> post(request, Workshop::diff);
      case "POST drills" -> post(request, Workshop::drill);
      default -> handleOne(request, path);
    }
  }

  private void handleOne(HttpServerRequest request, String path) {
    boolean reads = request.method().name().equals("GET");
    if (reads && path.startsWith(SNAPSHOTS + "/")) {
      String digest = path.substring(SNAPSHOTS.length() + 1);
      get(
          request,
          it ->
              found(
                  ShelfReports.edition(it.shelf(), digest).map(Reply.Done::new),
                  "no snapshot `" + digest + "` is kept"));
    } else if (reads && path.matches(POLICIES + "/[A-Z][A-Z0-9_-]*")) {
      String scope = path.substring(POLICIES.length() + 1);
      get(
          request,
          it ->
              found(
                  ShelfReports.of(it.shelf(), scope).map(Reply.Done::new),
                  "there is no policy file for `" + scope + "`"));
    } else {
      reject(request, Refusal.notFound("not_found", "there is no such path", ""));
    }
  }

  private static Reply found(Optional<Reply.Done> found, String message) {
    return found.<Reply>map(done -> done).orElseGet(() -> new Reply.Missing(message));
  }

  private void get(HttpServerRequest request, Function<Workshop, Reply> work) {
    operations.carryOut(
        inbound(request, Buffer.buffer()), what(request), work, new OperatorDesk(request, false));
  }

  /** Nothing is read from somebody who may not order anything. */
  private void post(HttpServerRequest request, BiFunction<Workshop, JsonNode, Reply> work) {
    Optional<Refusal> refusal = operations.refusal(inbound(request, Buffer.buffer()));
    if (refusal.isPresent()) {
      reject(request, refusal.get());
      return;
    }
    new Body(request, limits)
        .read(
            body ->
                operations.carryOut(
                    inbound(request, body),
                    what(request),
                    workshop -> carryOut(workshop, body, work),
                    new OperatorDesk(request, false)),
            (Refusal why) -> reject(request, why));
  }

  private static Reply carryOut(
      Workshop workshop, Buffer body, BiFunction<Workshop, JsonNode, Reply> work) {
    return switch (StrictJson.read(body)) {
      case StrictJson.Reading.Document(var root) -> work.apply(workshop, root);
      case StrictJson.Reading.Malformed(var message, var param) ->
          new Reply.Invalid(param, message);
    };
  }

  private void reject(HttpServerRequest request, Refusal refusal) {
    operations.reject(inbound(request, Buffer.buffer()), new OperatorDesk(request, true), refusal);
  }

  private static Inbound inbound(HttpServerRequest request, Buffer body) {
    return new RequestHead(request.headers()).inbound(body, ChatRequestReader::read);
  }

  private static String what(HttpServerRequest request) {
    return request.method().name() + " " + request.path();
  }
}
