package org.vedette.gateway.login.web;

import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;

/** What a browser gets that has just signed out. */
public interface SignedOutPage {

    ResponseEntity<byte[]> render(ServerWebExchange exchange);
}
