package io.microblog.user.login;

/** Within this service and in the transaction of the change: an account was erased, and with it its address. */
public record AddressForgotten(String email) {}
