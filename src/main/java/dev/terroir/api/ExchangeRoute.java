package dev.terroir.api;

import dev.terroir.api.dialect.Idiom;
import dev.terroir.gateway.Client;
import dev.terroir.gateway.Gateway;
import dev.terroir.gateway.Inbound;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** A route with a body in some dialect: whichever it is, the same is checked in the same order. */
final class ExchangeRoute {

  private final Gateway gateway;
  private final Body.Limits limits;
  private final Supplier<Idiom> idioms;
  private final BiConsumer<Inbound, Client> work;

  /**
   * @param idioms makes the idiom of each exchange
   * @param work what is done with a request that is fit to be read
   */
  ExchangeRoute(
      Gateway gateway,
      Body.Limits limits,
      Supplier<Idiom> idioms,
      BiConsumer<Inbound, Client> work) {
    this.gateway = gateway;
    this.limits = limits;
    this.idioms = idioms;
    this.work = work;
  }

  void handle(HttpServerRequest request) {
    RequestHead head = new RequestHead(request.headers());
    Idiom idiom = idioms.get();
    new Body(request, limits)
        .read(
            body -> work.accept(head.inbound(body, idiom), new HttpCaller(request, idiom, false)),
            refusal ->
                gateway.reject(head.requestId(), new HttpCaller(request, idiom, true), refusal));
  }
}
