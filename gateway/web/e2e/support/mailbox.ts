import { eventually } from './eventually';
import { MAIL_SANDBOX, mailToken } from './platform';

interface Found {
  Messages: { MessageID: string }[];
}

interface Details {
  TextBody: string;
}

async function read<T>(path: string): Promise<T> {
  const answer = await fetch(MAIL_SANDBOX + path, {
    headers: { 'X-Postmark-Server-Token': mailToken(), Accept: 'application/json' },
  });
  if (!answer.ok) {
    throw new Error(`The mail sandbox answered ${path} with ${answer.status}: ${await answer.text()}`);
  }
  return (await answer.json()) as T;
}

/** The first link with `part` in it that was mailed to an address, waited for. */
export function linkMailedTo(address: string, part: string): Promise<string> {
  return eventually(`a mail to ${address} with a link to ${part}`, async () => {
    const query = new URLSearchParams({ count: '20', offset: '0', recipient: address });
    const { Messages: mails } = await read<Found>(`/messages/outbound?${query}`);
    const texts = await Promise.all(
      mails.map(async ({ MessageID: id }) => (await read<Details>(`/messages/outbound/${id}/details`)).TextBody),
    );
    return texts.flatMap((text) => text.split(/[\s<>"]+/)).find((each) => each.startsWith('http') && each.includes(part));
  });
}
