const PREFIX = 'microblog.kept.';

/** Under which id the server keeps a draft that is open here, and in which version this browser knows it. */
export interface KeptNote {
  id: string;
  version: number;
  /** Whether there is more in this browser than on the server. */
  ahead: boolean;
}

const changes = new EventTarget();

export function noteOf(key: string): KeptNote | null {
  return JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null') as KeptNote | null;
}

export function note(key: string, kept: KeptNote | null): void {
  if (kept === null) {
    localStorage.removeItem(PREFIX + key);
  } else {
    localStorage.setItem(PREFIX + key, JSON.stringify(kept));
  }
}

/** Says that the server's drafts are others now. */
export function tellOfChange(): void {
  changes.dispatchEvent(new Event('change'));
}

/** Tells when the server's drafts have changed from here; returns the way to hear no more of it. */
export function onKeptChanged(tell: () => void): () => void {
  changes.addEventListener('change', tell);
  return () => changes.removeEventListener('change', tell);
}
