/** What is shown of a push, made of what the server said. */
export interface Shown {
  title: string;
  options: NotificationOptions;
}

interface Message {
  preferred_locale?: string;
  notification_type?: string;
  icon?: string;
  title?: string;
  body?: string;
  url?: string;
}

/** The page to open for a notification: one of this server's, or the list of notifications. */
function pageOf(url: string | undefined, origin: string): string {
  const fallback = `${origin}/notifications`;
  if (url === undefined || !URL.canParse(url, origin)) {
    return fallback;
  }
  const address = new URL(url, origin);
  return address.origin === origin ? address.href : fallback;
}

/** What came twice, because its receipt was lost, takes the place of the first: it says the same of the same. */
export function shownOf(text: string, origin: string): Shown {
  const message = JSON.parse(text) as Message;
  const url = pageOf(message.url, origin);
  const title = message.title ?? '';
  return {
    title,
    options: {
      body: message.body ?? '',
      icon: message.icon || `${origin}/icon.svg`,
      lang: message.preferred_locale ?? '',
      dir: 'auto',
      tag: `${message.notification_type ?? ''} ${url} ${title}`,
      data: { url },
    },
  };
}
