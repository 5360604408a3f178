import { createRestAPIClient } from 'masto';

type Listener = () => void;

const UNAUTHORIZED = 401;
const strangers = new Set<Listener>();

/** Tells of each answer that says that the server does not know who asks; returns the way to hear no more. */
export function onUnauthorized(listener: Listener): () => void {
  strangers.add(listener);
  return () => strangers.delete(listener);
}

// Masto asks by the global function alone, and lets nobody look at its answers.
const ask = window.fetch;
window.fetch = async (...request) => {
  const answer = await ask.apply(window, request);
  if (answer.status === UNAUTHORIZED) {
    strangers.forEach((tell) => tell());
  }
  return answer;
};

/** The API of the server that this page came from. The session's cookie says who asks, so no token is held here. */
export const api = createRestAPIClient({ url: window.location.origin });
