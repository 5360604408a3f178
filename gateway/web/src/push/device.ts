import { api } from '../api/client';
import { statusOf } from '../api/errors';
import { keyBytes } from './key-bytes';
import { EVERYTHING } from './kinds';

/** What is to be known of notifications on this device. */
export type DevicePush = 'unsupported' | 'denied' | 'on' | 'off';

type CreateParams = Parameters<typeof api.v1.push.subscription.create>[0];

/** Whether this browser can show what comes while no page is open. */
export function isSupported(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

async function ofBrowser(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** Where the server pushes to for this session; undefined where it does not. */
async function ofServer(): Promise<string | undefined> {
  try {
    return (await api.v1.push.subscription.fetch()).endpoint;
  } catch (error) {
    if (statusOf(error) === 404) {
      return undefined;
    }
    throw error;
  }
}

/** On where browser and server agree that it is: either may have forgotten the other. */
export async function readDevicePush(): Promise<DevicePush> {
  if (!isSupported()) {
    return 'unsupported';
  }
  if (Notification.permission === 'denied') {
    return 'denied';
  }
  const own = await ofBrowser();
  return own !== null && (await ofServer()) === own.endpoint ? 'on' : 'off';
}

/** Asks the person, the browser and the server, in this order. */
export async function switchOn(): Promise<DevicePush> {
  if ((await Notification.requestPermission()) !== 'granted') {
    return Notification.permission === 'denied' ? 'denied' : 'off';
  }
  const { configuration } = await api.v2.instance.fetch();
  const registration = await navigator.serviceWorker.ready;
  // What an earlier key of the server was subscribed by stands in the way of a new one.
  await (await registration.pushManager.getSubscription())?.unsubscribe();
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: keyBytes(configuration.vapid.publicKey),
  });
  const { endpoint, keys } = subscription.toJSON();
  // The client's types lack what the API has since: kinds, and encryption by the standard.
  await api.v1.push.subscription.create({
    subscription: { endpoint, keys, standard: true },
    data: EVERYTHING,
  } as unknown as CreateParams);
  return 'on';
}

/** The server first: what it still sent would wake a browser that has nothing to show. */
export async function switchOff(): Promise<DevicePush> {
  await api.v1.push.subscription.remove();
  await (await ofBrowser())?.unsubscribe();
  return 'off';
}
