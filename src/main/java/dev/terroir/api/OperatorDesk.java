package dev.terroir.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import dev.terroir.gateway.Desk;
import dev.terroir.gateway.Notes;
import dev.terroir.gateway.Refusal;
import dev.terroir.policy.folder.Fault;
import dev.terroir.workshop.ShelfReports;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/** An operator over HTTP; what is refused is a problem as RFC 9457 writes it. */
final class OperatorDesk implements Desk {

  private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
  private static final CharSequence PROBLEM =
      HttpHeaders.createOptimized("application/problem+json");

  private final HttpServerRequest request;
  private final boolean closeAfter;

  /**
   * @param closeAfter whether the connection cannot be used for another request
   */
  OperatorDesk(HttpServerRequest request, boolean closeAfter) {
    this.request = request;
    this.closeAfter = closeAfter;
  }

  @Override
  public void answer(Notes notes, ObjectNode body) {
    HttpServerResponse response = request.response();
    if (!response.ended() && !response.closed()) {
      ResponseHead.write(response, notes);
      response.putHeader(HttpHeaders.CONTENT_TYPE, JSON).end(Json.write(body));
    }
  }

  @Override
  public void refuse(Notes notes, Refusal refusal, List<Fault> faults) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    ResponseHead.write(response, notes);
    ResponseHead.write(response, refusal.retry());
    if (closeAfter) {
      response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    response
        .setStatusCode(refusal.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, PROBLEM)
        .end(Json.write(problem(notes, refusal, faults)));
  }

  private static ObjectNode problem(Notes notes, Refusal refusal, List<Fault> faults) {
    ObjectNode problem =
        Json.object()
            .put("type", "urn:terroir:problem:" + refusal.code())
            .put("title", refusal.code().replace('_', ' '))
            .put("status", refusal.status())
            .put("detail", refusal.message())
            .put("instance", "urn:terroir:exchange:" + notes.exchange())
            .put("code", refusal.code());
    if (!refusal.param().isEmpty()) {
      problem.put("field", refusal.param());
    }
    if (!faults.isEmpty()) {
      problem.set("faults", ShelfReports.faults(faults));
    }
    return problem;
  }
}
