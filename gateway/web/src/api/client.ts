import { createRestAPIClient } from 'masto';

/** The API of the server that this page came from. The session's cookie says who asks, so no token is held here. */
export const api = createRestAPIClient({ url: window.location.origin });
