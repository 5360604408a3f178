/** What is on its way to the server, each with the key by which the server knows it when it is sent again. */
const underWay = new Map<string, string>();

/**
 * Sends something under a key: the same until it has arrived, so that what is tried again after a failure is done once.
 *
 * @param wish all that makes it what it is
 */
export async function once<T>(wish: unknown, send: (meta: { requestInit: RequestInit }) => Promise<T>): Promise<T> {
  const name = JSON.stringify(wish);
  const key = underWay.get(name) ?? crypto.randomUUID();
  underWay.set(name, key);
  const answer = await send({ requestInit: { headers: { 'Idempotency-Key': key } } });
  underWay.delete(name);
  return answer;
}
